// What the first request to the tenant loads. Transforming it for the first time takes a second, in which Testing
// Library, for instance, would give up. Exported, since a bundler drops imports that are not used.
export * as people from "@faker-js/faker/locale/en";
export * as live from "../live/index.ts";
export * as tokens from "../live/sign-id-token.ts";
