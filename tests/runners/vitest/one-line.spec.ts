// One file, since each is loaded in a worker or a page of its own. What the last one switches on stays.
import "./attempts.spec.ts";
import "./fixtures.spec.ts";
import "./mistakes.spec.ts";
import "./sessions.spec.ts";
