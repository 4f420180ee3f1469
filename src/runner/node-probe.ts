import type { Probe } from "../worker/start-check.ts";

/**
 * The request that checks a start in Node. Nothing listens on this port, which is reserved, and a request to it never
 * leaves the machine.
 */
export function nodeProbe(isGiven: boolean): Probe {
  return { url: "http://127.0.0.1:1023/auth0-msw-start-check", whenUnseen: whenUnseen(isGiven) };
}

function whenUnseen(isGiven: boolean): string {
  if ("bun" in process.versions) return "MSW 3 intercepts nothing in Bun. Run the tests in Node, or install msw@2.";
  if (isGiven)
    return "Is your server listening? Call server.listen() in a hook before all tests, or where you create the server.";
  return (
    'Another copy of MSW may answer first: "npm ls msw" shows whether there are two. Or something replaced fetch after ' +
    "MSW started: call setupAuth0() after it."
  );
}
