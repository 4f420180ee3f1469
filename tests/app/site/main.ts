import "./hostile.css";

const output = document.querySelector("output");
const form = document.querySelector("form");

if (import.meta.env.DEV) {
  const { auth0 } = await import("./auth0.ts");
  const { startAuth0 } = await import("auth0-msw/browser");
  await startAuth0(auth0, { panel: true });
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  void signIn(new FormData(form)).then((text) => output?.replaceChildren(text));
});
document.body.dataset["ready"] = "yes";

async function signIn(fields: FormData): Promise<string> {
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "demo-client",
      grant_type: "password",
      connection: "Username-Password-Authentication",
      username: fields.get("username"),
      password: "correct-horse-battery",
      scope: "openid",
    }),
  });
  const { error = "signed in" } = (await response.json()) as { readonly error?: string };
  return `${response.status} ${error}`;
}
