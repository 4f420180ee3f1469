import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setupAuth0 } from "auth0-msw/vitest";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { valid } from "../helpers/requests.ts";

const auth0 = setupAuth0({}, { screen: true });

afterEach(cleanup);

interface Failure {
  readonly error: string;
  readonly error_description: string;
}

type Say = (failure: Failure | undefined) => React.ReactNode;

/** A form that shows what `say` makes of a failure. `undefined` stands for a network error. */
function Form({ say, staysDisabled = false }: { readonly say: Say; readonly staysDisabled?: boolean }) {
  const [message, setMessage] = useState<React.ReactNode>();
  const [isSending, setIsSending] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setIsSending(true);
        const { url, ...request } = valid("oauth-ro");
        fetch(url, request)
          .then(async (response) => setMessage(response.ok ? "Welcome." : say((await response.json()) as Failure)))
          .catch(() => setMessage(say(undefined)))
          .finally(() => setIsSending(staysDisabled));
      }}
    >
      {message}
      <button disabled={isSending}>{isSending ? "Signing in…" : "Sign in"}</button>
    </form>
  );
}

/** Signs in, and waits until the form has its answer. */
async function signIn(say: Say, staysDisabled = false): Promise<void> {
  render(<Form say={say} staysDisabled={staysDisabled} />);
  await userEvent.click(screen.getByRole("button"));
  await auth0.waitForCall("oauth-ro");
  if (!staysDisabled) await screen.findByRole("button", { name: "Sign in" });
}

describe("toHaveShown", () => {
  test("finds the sentence that was shown", async () => {
    auth0.use("oauth-ro/password-leaked");
    await signIn(() => <p role="alert">Choose a new password.</p>);
    expect(auth0).toHaveShown("Choose a new password");
    expect(auth0).toHaveShown(/choose a new password/i);
    await expect.poll(() => auth0).toHaveShown(/new password/);
    expect(auth0).not.toHaveShown(/blocked/);
    expect(() => expect(auth0).toHaveShown("Try later")).toThrow(
      'Expected the page to show "Try later" after "oauth-ro/password-leaked". Shown was "Choose a new password.".',
    );
  });

  test("says when nothing was shown, or when no failure was sent", async () => {
    expect(() => expect(auth0).toHaveShown("x")).toThrow(/needs an answer that is not a success. Nothing was called/);
    auth0.use("oauth-ro/user-blocked");
    await signIn(() => null);
    expect(() => expect(auth0).toHaveShown(/./)).toThrow("Nothing was shown: Nothing visible changed.");
  });

  test("sees only what was said to the last failure", async () => {
    auth0.sequence(["oauth-ro/user-blocked", "oauth-ro/network-error"]);
    await signIn((failure) => <p role="alert">{failure ? "Ask your administrator." : "You are offline."}</p>);
    expect(auth0).toHaveShown("Ask your administrator.");
    await userEvent.click(screen.getByRole("button"));
    await screen.findByText("You are offline.");
    expect(auth0).toHaveShown("You are offline.");
    expect(auth0).not.toHaveShown("Ask your administrator.");
  });
});

describe("the metadata of a test has the verdict, from before the clean-up", () => {
  const judged = new Map<string, unknown>();

  // Runs after all hooks, the clean-up included.
  beforeEach(({ task, onTestFinished }) => {
    // A page is not empty after the clean-up: the verdict must be from before.
    const footer = document.createElement("footer");
    footer.textContent = "Tarn";
    document.body.append(footer);
    onTestFinished(() => {
      footer.remove();
      judged.set(
        task.name,
        task.meta.auth0?.screens?.map(({ verdict, sentence }) => [verdict, sentence]),
      );
    });
  });

  const cases: readonly [string, string, Say, boolean?][] = [
    ["says", "That email and password don’t match.", () => <p role="alert">That email and password don’t match.</p>],
    ["silent", "", () => null],
    ["raw", "invalid_user_password", ({ error } = { error: "", error_description: "" }) => <p role="alert">{error}</p>],
    ["not announced", "Please check both.", () => <p>Please check both.</p>],
    ["dead end", "Please check both.", () => <p role="alert">Please check both.</p>, true],
  ];
  test.each(cases)("%s", async (_verdict, _sentence, say, staysDisabled) => {
    auth0.use("oauth-ro/wrong-password");
    await signIn(say, staysDisabled);
    if (staysDisabled) await screen.findByRole("alert");
  });

  test("and each had its own", () => {
    const expected = cases.map(([verdict, sentence]) => [verdict, [[verdict, sentence]]]);
    expect([...judged]).toEqual(expected);
  });
});
