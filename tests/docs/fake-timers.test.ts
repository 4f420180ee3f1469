import "../../examples/fake-timers/fake-timers.test.ts";
