// Runs the example of the documentation unchanged.
import "../../../examples/vitest/sign-in.test.tsx";
