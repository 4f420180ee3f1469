// Your own page goes here. This one comes from this repository's Storybook and uses the real auth0-js.
export { SignInPage } from "../../stories/sign-in/sign-in-page.tsx";
