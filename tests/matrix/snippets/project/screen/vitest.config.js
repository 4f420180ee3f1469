import shown from "../examples/vitest/vitest.config.ts";

export default { ...shown, test: { ...shown.test, globals: true, setupFiles: ["./auth0-mock.js"] } };
