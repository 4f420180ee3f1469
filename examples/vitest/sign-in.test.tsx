// #region sign-in
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { auth0 } from "./auth0-mock";
import { SignInPage } from "./sign-in-page";

afterEach(cleanup);

async function signIn() {
  render(<SignInPage />);
  await userEvent.type(screen.getByLabelText("Email"), "ada@example.com");
  await userEvent.type(screen.getByLabelText("Password"), "correct-horse-battery");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}
// #endregion

// #region blocked
test("tells a blocked user what to do", async () => {
  auth0.use("oauth-ro/user-blocked");
  await signIn();
  expect((await screen.findByRole("alert")).textContent).toContain("blocked");
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});
// #endregion

// #region every-failure
test.each(auth0.failures("oauth-ro"))("$id shows a message without the error code", async ({ id, error }) => {
  auth0.use(id);
  await signIn();
  expect((await screen.findByRole("alert")).textContent).not.toContain(error ?? id);
});
// #endregion
