import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { SignInPage } from "../../../stories/sign-in/sign-in-page.tsx";
import { auth0 } from "./auth0.ts";

afterEach(cleanup);

it.each(auth0.failures("oauth-ro"))("$id reads like a sentence, not like a code", async ({ id, error }) => {
  auth0.use(id);
  render(<SignInPage />);
  await userEvent.type(screen.getByLabelText("Email"), "ada@example.com");
  await userEvent.type(screen.getByLabelText("Password"), "correct-horse-battery");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect((await screen.findByRole("alert")).textContent).not.toContain(error ?? id);
});
