import type { Preview } from "@storybook/react-vite";
import { mockAuth0 } from "auth0-msw";
import { setupWorker } from "msw/browser";

const auth0 = mockAuth0();
const worker = setupWorker(...auth0.handlers);

export default {
  beforeAll: async () => void (await worker.start({ quiet: true })),
  beforeEach({ parameters: { auth0: scenario = "oauth-ro/live" } }) {
    auth0.reset();
    auth0.use(scenario);
  },
} satisfies Preview;
