import { report } from "./figure.ts";
import { difference, inProcesses } from "./processes.ts";

// What `screen: true` costs a test that shows a failure in jsdom, from its first line to the end of its clean-up.

const warmups = 20;
const tests = 60;

// The report of the tests would mix with the number that the program prints.
const quiet = ["--test-reporter=tap", "--test-reporter-destination=stderr"];
const times = inProcesses({ with: signIns(true), without: signIns(false), again: signIns(false) }, quiet);

report([
  {
    what: "a test with screen: true, in jsdom",
    ...difference(times.with, times.without, times.again),
    unit: "ms",
    goal: { atMost: 5 },
  },
]);

/** A program with tests of a sign-in page of some fifty elements. */
function signIns(screen: boolean): string {
  return `
    import { test } from "node:test";
    import { JSDOM } from "jsdom";
    import { setupAuth0 } from "auth0-msw/node-test";
    const { window } = new JSDOM("<body></body>");
    const { document, Element, HTMLElement, MutationObserver, Node } = window;
    Object.assign(globalThis, { window, document, Element, HTMLElement, MutationObserver, Node });
    const auth0 = setupAuth0({}, { screen: ${screen} });
    const page = \`
      <header><nav><ul>\${"<li><a href='#'>A link</a></li>".repeat(8)}</ul></nav></header>
      <main><h1>Sign in</h1><form>
        <p><label for="email">Email</label> <input id="email" type="email"></p>
        <p><label for="password">Password</label> <input id="password" type="password"></p>
        <p><label><input type="checkbox"> Stay signed in</label></p>
        <button>Sign in</button><a href="#">Forgot your password?</a>
      </form><div role="alert"></div></main>
      <footer>\${"<p><small>Some words</small></p>".repeat(8)}</footer>\`;
    let start;
    for (let n = 1; n <= ${warmups + tests}; n += 1) {
      test("shows a failure " + n, async () => {
        if (n === ${warmups + 1}) start = performance.now();
        document.body.innerHTML = page;
        auth0.use("oauth-ro/user-blocked");
        const response = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
        await response.json();
        document.querySelector("button").disabled = false;
        document.querySelector("[role=alert]").textContent = "Your account is blocked. Ask our support.";
        await new Promise(setImmediate);
      });
    }
    test("ends", () => process.stdout.write(String((performance.now() - start) / ${tests})));
  `;
}
