import { definePreview } from "@storybook/react-vite";
import type { StoryObj } from "@storybook/react-vite";
import addonAuth0 from "auth0-msw/storybook";

// tsc checks what must compile and what must not.

export const good: StoryObj[] = [
  { parameters: { auth0: "oauth-ro/user-blocked" } },
  { parameters: { auth0: { use: "oauth-ro/too-many-requests", params: { retryAfter: 90 }, delay: 800 } } },
  { parameters: { auth0: ["oauth-ro/live", "passwordless-start/invalid-email"] } },
  { parameters: { auth0: { sequence: ["oauth-ro/wrong-password", "oauth-ro/success"], tenant: {}, delay: "real" } } },
  { play: ({ auth0 }) => auth0.use("oauth-ro/user-blocked") },
];

export const bad: StoryObj[] = [
  // @ts-expect-error An unknown id.
  { parameters: { auth0: "oauth-ro/user-bloked" } },
  // @ts-expect-error An unknown id in a list.
  { parameters: { auth0: ["oauth-ro/user-bloked"] } },
  // @ts-expect-error An unknown id in a sequence.
  { parameters: { auth0: { sequence: ["oauth-ro/user-bloked"] } } },
  // @ts-expect-error An unknown param.
  { parameters: { auth0: { use: "oauth-ro/too-many-requests", params: { retryLater: 90 } } } },
  // @ts-expect-error An unknown id in a play.
  { play: ({ auth0 }) => auth0.use("oauth-ro/user-bloked") },
];

const preview = definePreview({ addons: [addonAuth0()] });
const meta = preview.meta({ parameters: { auth0: "oauth-ro/user-blocked" } });
export const next = meta.story({ parameters: { auth0: "oauth-ro/live" } });
// @ts-expect-error An unknown id.
export const nextBad = meta.story({ parameters: { auth0: "oauth-ro/user-bloked" } });
