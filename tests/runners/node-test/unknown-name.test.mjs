import { it } from "node:test";
import { auth0 } from "./auth0.mjs";

it("takes a name that nobody knows", () => {
  auth0.use("oauth-ro/user-bloked");
});
