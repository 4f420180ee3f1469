import rawConsole from "node:console";

// happy-dom prints every failed request past Vitest, and here most requests are meant to fail.
rawConsole.error = () => {};
