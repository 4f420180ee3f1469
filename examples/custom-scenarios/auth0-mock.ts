import { mockAuth0 } from "auth0-msw";

// #region scenarios
export const auth0 = mockAuth0({
  scenarios: {
    "oauth-ro": {
      "terms-changed": {
        status: 403,
        error: "terms_changed",
        description: "Accept the terms of {date} first.",
        params: { date: "1 May" },
        summary: "The user has not accepted the current terms.",
      },
    },
    "passwordless-start": {
      "queue-full": {
        status: 503,
        body: { error: "queue_full", retry_in: "{seconds} s" },
        headers: { "retry-after": "{seconds}" },
        params: { seconds: 30 },
      },
      "proxy-page": {
        kind: "transport",
        status: 502,
        body: "<h1>Bad gateway</h1>",
        headers: { "content-type": "text/html" },
      },
    },
  },
  tenant: {
    users: [
      { email: "grace@example.com", password: "secret" },
      { email: "joan@example.com", provokes: "oauth-ro/terms-changed" },
      {
        email: "edith@example.com",
        provokes: { use: "oauth-ro/terms-changed", params: { date: "1 June" }, delay: 20 },
      },
    ],
  },
});
// #endregion
