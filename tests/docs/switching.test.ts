import "../../examples/switching/switch.test.ts";
