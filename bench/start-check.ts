import { report } from "./figure.ts";
import { difference, inProcesses } from "./processes.ts";

// What the check of a start costs a process that then sends a request: the check loads what that request needs.

const ended = inProcesses({ with: until("await checkStart()"), without: until(""), again: until("") });

report([
  {
    what: "check of a start, up to the first answer",
    ...difference(ended.with, ended.without, ended.again),
    unit: "ms",
    goal: { atMost: 5 },
  },
]);

/** A program like `setupAuth0`, with the request of the check by hand: the check itself is not exported. */
function until(check: string): string {
  return `
    import { setupServer } from "msw/node";
    import { http } from "msw";
    import { mockAuth0 } from "auth0-msw";
    const auth0 = mockAuth0();
    const probe = "http://127.0.0.1:1023/auth0-msw-start-check?1";
    const others = auth0.handlers.find((handler) => "probe" in handler);
    others.probe = probe;
    setupServer(...auth0.handlers).listen({ onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" });
    const checkStart = () => fetch(probe);
    ${check};
    auth0.use("oauth-ro/user-blocked");
    await (await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST", body: "{}" })).text();
    process.stdout.write(String(performance.now()));
  `;
}
