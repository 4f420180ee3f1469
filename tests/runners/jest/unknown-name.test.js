import { auth0 } from "./auth0.js";

it("takes a name that nobody knows", () => {
  auth0.use("oauth-ro/user-bloked");
});
