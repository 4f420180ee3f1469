import { it } from "node:test";
import { auth0 } from "./auth0-mock.mjs";

it("uses an unknown name", () => {
  auth0.use("oauth-ro/user-bloked");
});
