import type { Meta } from "@storybook/react-vite";
import { type Endpoint, mockAuth0 } from "auth0-msw";
import type { HttpHandler } from "msw";
import { configure, expect, waitFor, within } from "storybook/test";
import type { Story } from "./ada.ts";
import { fillIn, outcomeOf } from "./fill-in.ts";
import { SignInPage } from "./sign-in-page.tsx";

// Each form gets every failure of its endpoint, likely or not, and must show a message.
// These stories use their own mock, so that the failures do not count as covered.

// The first response of the tenant can take longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 });

const domain = "every-answer.auth0.example";
const auth0 = mockAuth0({ domain });

const meta = {
  title: "Sign in/Every answer",
  component: SignInPage,
  // Not in the sidebar: after the play function, only the last form is visible. jsdom tests the same on every change.
  tags: ["!dev", "!autodocs", "release"],
  args: { domain, resendAfter: 0 },
  beforeEach: (context: object) => {
    const { msw } = context as { readonly msw: { use(...handlers: HttpHandler[]): void } };
    msw.use(...auth0.handlers);
    return () => {
      auth0.reset();
      forgetLinks();
    };
  },
} satisfies Meta<typeof SignInPage>;

export default meta;

type Step = (canvasElement: HTMLElement) => unknown;

/** Creates the story of one form: `before` opens it, and `does` sends its request. */
function meetsEachOf(endpoint: Endpoint, args: NonNullable<Story["args"]>, does: Step, before?: Step): Story {
  return {
    args,
    play: async ({ mount, args: storyArgs, canvasElement }) => {
      for (const { id } of auth0.scenarios.filter((one) => one.endpoint === endpoint && one.kind !== "success")) {
        auth0.reset();
        forgetLinks();
        const patience = id.endsWith("/no-response") ? 0 : 6000;
        await mount(<SignInPage key={id} {...storyArgs} patience={patience} />);
        await before?.(canvasElement);
        auth0.use(id);
        await does(canvasElement);
        await showsMessage(canvasElement, id);
        // The form may show "Still trying" before its request arrives. That request must not get the next scenario.
        await waitFor(() => expect(auth0.calls(endpoint).at(-1)?.scenario).toBe(id));
      }
    },
  };
}

/** Deletes the two cookies that auth0-js keeps for each link. Too many of them make every later request too long. */
function forgetLinks() {
  for (const [name] of document.cookie.split("; ").map((cookie) => cookie.split("="))) {
    if (name?.includes("com.auth0.auth.")) document.cookie = `${name}=; max-age=0; path=/`;
  }
}

async function showsMessage(canvasElement: HTMLElement, id: string) {
  await waitFor(() => expect(canvasElement.querySelector(outcomeOf(id))?.textContent, id).toMatch(/\w \w/));
}

const presses =
  (name: string): Step =>
  async (canvasElement) =>
    (await within(canvasElement).findByText(name)).click();

const asksForCode: Step = async (canvasElement) => {
  fillIn(canvasElement);
  await within(canvasElement).findByLabelText("Code");
};

const needsSecondStep: Step = (canvasElement) => {
  auth0.once("oauth-ro/mfa-required");
  return asksForCode(canvasElement);
};

const asksForLink: Step = async (canvasElement) => {
  await presses("Send me a link instead")(canvasElement);
  await within(canvasElement).findByText("Email me a link");
  fillIn(canvasElement);
  await within(canvasElement).findByText("Check your inbox");
};

const byEmail = { way: "passwordless", connection: "email" } as const;
const byText = { way: "passwordless", connection: "sms" } as const;
const onDevice = { remembered: { name: "Ada", account: "ada@example.com", idToken: "kept.since.yesterday" } };

export const Password = meetsEachOf("oauth-ro", {}, fillIn);
export const SecondStep = meetsEachOf("oauth-ro", {}, fillIn, needsSecondStep);
export const Device = meetsEachOf("oauth-ro", onDevice, fillIn);
export const CodeByEmail = meetsEachOf("oauth-ro", byEmail, fillIn, asksForCode);
export const CodeByText = meetsEachOf("oauth-ro", byText, fillIn, asksForCode);

export const SendByEmail = meetsEachOf("passwordless-start", byEmail, fillIn);
export const SendByText = meetsEachOf("passwordless-start", byText, fillIn);
export const NewCodeByEmail = meetsEachOf("passwordless-start", byEmail, presses("Send a new code"), asksForCode);
export const NewCodeByText = meetsEachOf("passwordless-start", byText, presses("Send a new code"), asksForCode);
export const NewLink = meetsEachOf("passwordless-start", byEmail, presses("Send a new link"), asksForLink);
