import type { StartOptions } from "msw/browser";

/** Has MSW leave other requests alone. MSW 2 knows the one name, MSW 3 the other; each ignores what it does not know. */
export const passOn: StartOptions = { onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as StartOptions;
