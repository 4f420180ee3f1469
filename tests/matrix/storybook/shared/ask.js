/** Signs in, and returns what the screen says then. */
export async function signIn() {
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "client",
      username: "ada@example.com",
      password: "correct-horse-battery",
      connection: "Username-Password-Authentication",
      grant_type: "password",
    }),
  });
  const { error = "signed in" } = await response.json();
  return error === "unauthorized" ? `${response.status}: your account is blocked.` : `${response.status}: ${error}`;
}

/** What a user does in every story. */
export async function play({ canvasElement }) {
  canvasElement.querySelector("button").click();
}
