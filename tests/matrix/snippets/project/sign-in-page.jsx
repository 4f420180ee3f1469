import { useState } from "react";

/** The page that the examples describe, with a message for every answer. */
export function SignInPage() {
  const [step, setStep] = useState("sign in");
  const [message, setMessage] = useState("");

  const send = (path, body, next) => async () => {
    setMessage("");
    const said = await post(path, body());
    setMessage(said);
    if (said === "") setStep(next);
  };
  const value = (id) => document.getElementById(id).value;
  const password = () => ({
    connection: "Username-Password-Authentication",
    username: value("email"),
    password: value("password"),
  });
  const code = () => ({ connection: "email", username: value("email"), password: value("code") });
  const signIn = send(
    "/oauth/ro",
    () => ({ grant_type: "password", scope: "openid", ...(step === "code" ? code() : password()) }),
    "done",
  );
  const sendCode = send(
    "/passwordless/start",
    () => ({ connection: "email", email: value("email"), send: "code" }),
    "code",
  );

  if (step === "done") return <p role="status">Signed in</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <label htmlFor="email">Email</label>
      <input id="email" />
      <label htmlFor="password" hidden={step === "code"}>
        Password
      </label>
      <input id="password" type="password" hidden={step === "code"} />
      {step === "code" && (
        <>
          <label htmlFor="code">Code</label>
          <input id="code" />
        </>
      )}
      <button>{step === "code" ? "Continue" : "Sign in"}</button>
      {step !== "code" && (
        <button type="button" onClick={() => void sendCode()}>
          Email me a code
        </button>
      )}
      {message !== "" && <p role="alert">{message}</p>}
    </form>
  );
}

/** Sends a request, and returns what to tell the user. */
async function post(path, body) {
  try {
    const response = await fetch(`https://demo.eu.auth0.com${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_id: "demo-client", ...body }),
    });
    if (response.ok) return "";
    const { error_description = "" } = await response.json();
    if (error_description.includes("blocked")) return "Your account is blocked. Our support team can tell you why.";
    return "That didn’t work. Check what you typed, and try again.";
  } catch {
    return "We can’t reach the server. Check your connection and try again.";
  }
}
