// One file, because each file loads in its own worker or page. A file's overrides stay until its end.
import "./attempts.spec.ts";
import "./fixtures.spec.ts";
import "./mistakes.spec.ts";
import "./sessions.spec.ts";
