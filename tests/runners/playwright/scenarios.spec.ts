import { mockAuth0 } from "auth0-msw";
import { expect, test } from "auth0-msw/playwright";
import { ask } from "./ask.ts";

const known = mockAuth0()
  .failures()
  .filter(({ evidence }) => evidence !== "inferred");

for (const { id, endpoint, status, body } of known) {
  test(id, async ({ page, auth0 }) => {
    await page.goto("/");
    auth0.use(id);
    const answers = await Promise.all([ask(page, endpoint), ask(page, endpoint, { stack: "viaXhr" })]);
    for (const answer of answers) expect(answer).toMatchObject({ status, body });
    expect(auth0.calls().map((call) => call.scenario)).toEqual([id, id]);
  });
}
