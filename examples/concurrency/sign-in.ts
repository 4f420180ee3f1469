export async function signIn(username: string, password: string): Promise<string> {
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "demo-client",
      grant_type: "password",
      connection: "Username-Password-Authentication",
      username,
      password,
      scope: "openid",
    }),
  });
  const { error_description = "signed in" } = (await response.json()) as { error_description?: string };
  return error_description;
}
