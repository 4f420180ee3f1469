export async function signIn(username, password) {
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
  const result = await response.json();
  if (!response.ok) throw new Error(result.error_description);
  return result;
}
