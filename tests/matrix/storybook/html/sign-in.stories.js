import { play, signIn } from "./ask.js";

function render() {
  const form = document.createElement("div");
  form.innerHTML = '<button>Sign in</button> <p role="status"></p>';
  form.querySelector("button").addEventListener("click", () => {
    void signIn().then((text) => form.querySelector("p").replaceChildren(text));
  });
  return form;
}

export default { title: "Sign in", render, play };

export const Live = {};

export const Blocked = { parameters: { auth0: "oauth-ro/user-blocked" } };
