export default { test: { setupFiles: ["./set-up.js"] } };
