import type { Meta, StoryObj } from "@storybook/html-vite";
import { everything, name } from "../../security/hostile.ts";

/** Says to each answer what the answer says, and more. */
function form(): HTMLElement {
  const element = document.createElement("form");
  const [button, message] = [document.createElement("button"), document.createElement("p")];
  button.textContent = "Sign in";
  message.role = "alert";
  element.append(button, message);
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    void send().then((text) => (message.textContent = `${text} ${everything}`));
  });
  return element;
}

async function send(): Promise<string> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ username: everything, [everything]: everything });
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST", headers, body });
  return response.text();
}

const meta = {
  title: "Hostile <img src=x onerror=globalThis.hostile='title'>",
  render: form,
  parameters: {
    auth0Options: {
      scenarios: {
        "oauth-ro": {
          [name]: {
            status: 401,
            error: everything,
            description: everything,
            summary: everything,
            source: everything,
            evidence: "documented",
          },
        },
      },
    },
  },
} satisfies Meta;

export default meta;

export const Everything: StoryObj<typeof meta> = {
  name: "Everything <script>globalThis.hostile='name'</script>",
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
  },
};

/** Its play fails with a hostile message. */
export const Throws: StoryObj<typeof meta> = {
  play: () => {
    throw new Error(everything);
  },
};
