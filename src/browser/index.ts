export { startAuth0, type StartOptions, type Started } from "./start-auth0.ts";
