import { signIn } from "./ask.js";

if (import.meta.env.DEV) await import("./mock.js");

const status = document.querySelector("[role=status]");
document.querySelector("button").addEventListener("click", () => {
  void signIn().then((text) => status.replaceChildren(text));
});
status.textContent = "ready";
