/** Sends a sign-in request and returns the status. Rejects without a response. */
export async function signIn(domain = "demo.auth0.com"): Promise<number> {
  const response = await fetch(`https://${domain}/oauth/ro`, { method: "POST", body: "{}" });
  return response.status;
}
