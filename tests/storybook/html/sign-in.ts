/** Requests a token on each click, and on render unless `onRender` is false. */
export function signIn({ onRender = true } = {}): HTMLElement {
  const main = document.createElement("main");
  main.innerHTML = `
    <label>Email <input type="email"></label>
    <button type="button">Sign in</button>
    <output>${onRender ? "loading" : ""}</output>`;
  const [input, button, output] = [
    main.querySelector("input"),
    main.querySelector("button"),
    main.querySelector("output"),
  ];
  const send = async (): Promise<void> => {
    if (output) output.value = await requestToken(input?.value || "ada@example.com");
  };
  button?.addEventListener("click", () => void send());
  if (onRender) void send();
  return main;
}

async function requestToken(username: string): Promise<string> {
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
