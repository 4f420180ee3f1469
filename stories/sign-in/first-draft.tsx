import { type FormEvent, useState } from "react";
import { Mark } from "./brand.tsx";
import "./first-draft.css";

const messages: Readonly<Record<string, string>> = {
  invalid_user_password: "That email and password don’t match. Please check both.",
  password_leaked: "This password was found in a data leak. Please choose a new one.",
  requires_verification: "We have sent you an email. Please confirm that it’s you.",
};

/** A sign-in form as it may look on its first day, with faults that nobody has noticed yet. */
export function FirstDraft() {
  const [message, setMessage] = useState("");
  const [toast, setToast] = useState("");
  const [isBusy, setIsBusy] = useState(false);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    const response = await fetch("https://demo.eu.auth0.com/oauth/ro", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ grant_type: "password", ...Object.fromEntries(new FormData(event.currentTarget)) }),
    });
    const { error, error_description: description } = await response.json();
    // The button stays disabled.
    if (response.status === 429) {
      setMessage("Too many tries. Please come back later.");
      return;
    }
    setIsBusy(false);
    if (error === "unauthorized") setToast("Your account is blocked. Please call your administrator.");
    else if (response.status !== 403) setMessage(messages[error] ?? description);
  }

  return (
    <main className="draft">
      <h1>
        <Mark /> Tarn
      </h1>
      <form onSubmit={(event) => void signIn(event)}>
        <label>
          Email
          <input name="username" type="email" />
        </label>
        <label>
          Password
          <input name="password" type="password" />
        </label>
        <p className="draft-message" role="alert">
          {message}
        </p>
        {toast !== "" && <p className="draft-toast">{toast}</p>}
        <button disabled={isBusy}>Sign in</button>
      </form>
    </main>
  );
}
