function post(path: string, body: object): Promise<Response> {
  return fetch(`https://demo.eu.auth0.com${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_id: "demo-client", ...body }),
  });
}

export function signIn(connection: string, password: string): Promise<Response> {
  return post("/oauth/ro", {
    grant_type: "password",
    connection,
    username: "ada@example.com",
    password,
    scope: "openid",
  });
}

export function sendCode(): Promise<Response> {
  return post("/passwordless/start", { connection: "email", email: "ada@example.com", send: "code" });
}
