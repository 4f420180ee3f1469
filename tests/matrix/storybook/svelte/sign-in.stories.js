import { play } from "./ask.js";
import SignIn from "./SignIn.svelte";

export default { title: "Sign in", component: SignIn, play };

export const Live = {};

export const Blocked = { parameters: { auth0: "oauth-ro/user-blocked" } };
