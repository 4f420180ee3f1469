import preview from "./.storybook/preview.js";
import { play } from "./ask.js";
import { SignIn } from "./sign-in.jsx";

const meta = preview.meta({ title: "Sign in", component: SignIn, play });

export const Live = meta.story();

export const Blocked = meta.story({ parameters: { auth0: "oauth-ro/user-blocked" } });
