import "../set-ups/one-line.ts";

// None of its hooks run then, those that tidy up included.
throw new Error("This file cannot be loaded.");
