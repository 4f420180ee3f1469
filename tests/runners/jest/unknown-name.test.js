import { auth0 } from "./auth0-mock.js";

it("uses an unknown name", () => {
  auth0.use("oauth-ro/user-bloked");
});
