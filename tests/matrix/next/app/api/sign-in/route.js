export async function POST() {
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", {
    method: "POST",
    headers: { "content-type": "application/json", "auth0-scenario": "oauth-ro/user-blocked" },
    body: "{}",
  });
  return Response.json({ status: response.status, ...(await response.json()) });
}
