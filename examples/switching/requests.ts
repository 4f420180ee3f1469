async function post(path: string, body: object): Promise<string> {
  const response = await fetch(`https://demo.eu.auth0.com${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_id: "demo-client", ...body }),
  });
  const { error_description } = (await response.json()) as { error_description?: string };
  return error_description ?? "signed in";
}

export function signIn(changes: object = {}): Promise<string> {
  return post("/oauth/ro", {
    grant_type: "password",
    connection: "Username-Password-Authentication",
    username: "ada@example.com",
    password: "correct-horse-battery",
    scope: "openid",
    ...changes,
  });
}

export function sendCode(email: string): Promise<string> {
  return post("/passwordless/start", { connection: "email", email, send: "code" });
}
