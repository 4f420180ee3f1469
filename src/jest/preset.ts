import { type Auth0JestConfig, withAuth0 } from "./config.ts";

const preset: Auth0JestConfig = withAuth0();
// oxlint-disable-next-line import/no-default-export -- Jest loads a preset from its default export.
export default preset;
