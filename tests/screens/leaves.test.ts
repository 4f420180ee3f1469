import { afterEach, expect, test } from "vitest";
import { hasLayout } from "../../src/screen/has-layout.ts";
import { ScreenObserver } from "../../src/screen/observer.ts";
import { judge } from "../../src/screen/verdict.ts";
import { once } from "./wait.ts";

afterEach(() => document.body.replaceChildren());

// Only a browser leaves a page.
test.runIf(hasLayout(document))("a page that is left was not seen to its end, and says where it went", async () => {
  const frame = document.createElement("iframe");
  frame.srcdoc = "<form><p role=status></p><button>Sign in</button></form>";
  document.body.append(frame);
  await once(frame, "load");
  const page = frame.contentDocument as Document;
  const observer = new ScreenObserver(page.body);
  const answer = { error: "unauthorized", description: "user is blocked" };
  expect(judge(observer.observation, answer).verdict).toBe("silent");
  const loaded = once(frame, "load");
  (frame.contentWindow as Window).location.href = "about:blank?blocked";
  await loaded;
  expect(judge(observer.observation, answer)).toMatchObject({
    verdict: "unseen",
    why: "The page was left for about:blank?blocked before it showed anything.",
  });
  observer.stop();
});
