import { demoTenant, mockAuth0 } from "auth0-msw";

// #region rate-limit
export const limited = mockAuth0({
  domain: "limited.eu.auth0.com",
  tenant: { rateLimit: { limit: 5, windowSeconds: 60 } },
});
// #endregion

// #region endpoint-off
export const withoutPasswords = mockAuth0({
  domain: "passwordless.eu.auth0.com",
  tenant: { endpoints: { "oauth-ro": false } },
});
// #endregion

// #region clients
export const strict = mockAuth0({
  domain: "strict.eu.auth0.com",
  tenant: {
    clients: [
      { client_id: "web-app" },
      { client_id: "server", client_secret: "server-secret", confidential: true },
      { client_id: "old-app", provokes: "oauth-ro/grant-not-allowed" },
    ],
  },
});
// #endregion

// #region more-users
const grace = { email: "grace@example.com", password: "secret", name: "Grace Hopper", plan: "gold" };

export const withGrace = mockAuth0({
  domain: "grace.eu.auth0.com",
  tenant: { users: [...demoTenant.users, grace] },
});
// #endregion
