// Your own component goes here. This one is from this repository's Storybook, on the real auth0-js.
export { SignInPage } from "../../stories/sign-in/sign-in-page.tsx";
