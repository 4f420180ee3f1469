import "../../../examples/playwright/blocked-user.spec.ts";
import { test } from "auth0-msw/playwright";
import { service } from "./urls.ts";

// The sign-in page for the example in the documentation.
test.beforeEach(({ page }) =>
  page.route("**/sign-in", (route) => route.fulfill({ contentType: "text/html", body: signInPage })),
);

const signInPage = `<title>Sign in</title>
<form id="password">
  <label>Email <input name="email" /></label>
  <label>Password <input name="password" type="password" /></label>
  <button>Sign in</button>
  <button type="button" id="send">Email me a code</button>
</form>
<form id="code" hidden>
  <label>Code <input name="code" /></label>
  <button>Continue</button>
</form>
<p role="alert"></p>
<p role="status"></p>
<script>
  const email = document.querySelector("[name=email]");
  const setText = (role, text) => document.querySelector("[role=" + role + "]").replaceChildren(text);
  const post = async (path, body) => {
    const response = await fetch("${service}" + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_id: "demo-client", ...body }),
    });
    return response.json();
  };
  const signIn = async (connection, password) => {
    const grant = { grant_type: "password", scope: "openid", username: email.value, connection, password };
    const { error_description: description } = await post("/oauth/ro", grant);
    setText(description ? "alert" : "status", description ?? "Signed in");
  };
  document.querySelector("#password").addEventListener("submit", (event) => {
    event.preventDefault();
    signIn("Username-Password-Authentication", document.querySelector("[name=password]").value);
  });
  document.querySelector("#send").addEventListener("click", async () => {
    await post("/passwordless/start", { connection: "email", email: email.value, send: "code" });
    document.querySelector("#code").hidden = false;
  });
  document.querySelector("#code").addEventListener("submit", (event) => {
    event.preventDefault();
    signIn("email", document.querySelector("[name=code]").value);
  });
</script>`;
