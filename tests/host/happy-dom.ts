import rawConsole from "node:console";

// happy-dom prints every failed request directly to the console, and most requests here fail on purpose.
rawConsole.error = () => {};
