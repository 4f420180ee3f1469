import "./isolate.spec.ts";
import "./one-line.spec.ts";
