import { auth0 } from "./auth0-mock";

auth0.use("oauth-ro/terms-changed");
auth0.use("oauth-ro/terms-changed", { params: { date: "1 June" } });
auth0.once("passwordless-start/queue-full", { params: { seconds: 5 }, headers: { "x-request-id": "42" } });
