export { SignInPage } from "../stories/sign-in/sign-in-page.tsx";
