import "../set-ups/one-line.ts";

// None of its hooks run, clean-up hooks included.
throw new Error("This file cannot be loaded.");
