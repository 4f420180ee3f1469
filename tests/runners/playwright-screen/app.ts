import type { RequestListener } from "node:http";
import { sendPage as sendPageWithMsw } from "../playwright/app.ts";

/** Serves a sign-in form that shows a failure as its path says. No page may run or load anything from elsewhere. */
export const sendPage: RequestListener = (request, response) => {
  const { pathname } = new URL(request.url ?? "", "http://app");
  if (pathname.startsWith("/msw/")) {
    sendPageWithMsw(request, response);
    return;
  }
  const send = (type: string, body: string): void => {
    const policy = "default-src 'self'; require-trusted-types-for 'script'";
    response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
  };
  if (pathname === "/app.js") send("text/javascript", script);
  else if (pathname === "/elsewhere") send("text/html", "<title>App</title><p>Something went wrong.</p>");
  else if (pathname === "/framed") send("text/html", '<title>App</title><iframe src="/says"></iframe>');
  else send("text/html", form);
};

const form = `<!doctype html><title>App</title>
  <form>
    <label>Email <input value="ada@example.com" /></label>
    <p>Use your work email.</p>
    <p role="alert"></p>
    <button>Sign in</button>
  </form>
  <script src="/app.js"></script>`;

const script = `
  const message = document.querySelector("[role=alert]");
  const say = () => (message.textContent = "Ask your administrator.");
  const showAs = {
    "/says": say,
    "/retries": say,
    "/silent": () => {},
    "/raw": ({ error }) => (message.textContent = error),
    // The form was replaced while the page waited.
    "/spinner": () => document.querySelector("progress").replaceWith(form),
    "/away": () => (location.href = "/elsewhere"),
    "/alert": () => alert("Ask your administrator."),
    "/component": () => {
      const host = document.body.appendChild(document.createElement("x-message"));
      const text = host.attachShadow({ mode: "open" }).appendChild(document.createElement("p"));
      text.setAttribute("role", "alert");
      text.textContent = "Ask your administrator.";
    },
  };
  const form = document.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    message.textContent = "";
    delete document.body.dataset.done;
    const body = new URLSearchParams({ username: "ada@example.com" });
    if (location.pathname === "/spinner") form.replaceWith(document.createElement("progress"));
    const send = () => fetch("/oauth/ro", { method: "POST", body });
    let response = await send();
    if (location.pathname === "/retries" && !response.ok) response = await send();
    if (response.ok) location.href = "/elsewhere";
    else showAs[location.pathname](await response.json());
    document.body.dataset.done = "";
  });`;
