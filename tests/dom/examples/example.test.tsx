// The documentation's example, run as it is.
import "../../../examples/vitest/sign-in.test.tsx";
