/** Asks for a token at once if wanted, and at each press of the button. */
export function signIn({ atOnce = true } = {}): HTMLElement {
  const main = document.createElement("main");
  main.innerHTML = `
    <label>Email <input type="email"></label>
    <button type="button">Sign in</button>
    <output>${atOnce ? "asking" : ""}</output>`;
  const [input, button, output] = [
    main.querySelector("input"),
    main.querySelector("button"),
    main.querySelector("output"),
  ];
  const ask = async (): Promise<void> => {
    if (output) output.value = await answer(input?.value || "ada@example.com");
  };
  button?.addEventListener("click", () => void ask());
  if (atOnce) void ask();
  return main;
}

async function answer(username: string): Promise<string> {
  const body = JSON.stringify({
    client_id: "demo-client",
    grant_type: "password",
    connection: "Username-Password-Authentication",
    username,
    password: "correct-horse-battery",
    scope: "openid",
  });
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST", headers, body });
    const text = await response.text();
    return `${response.status} ${text.startsWith("{") ? ((JSON.parse(text) as { error?: string }).error ?? "fine") : "empty"}`;
  } catch {
    return "no answer";
  }
}
