/** MSW 3 reads one option, MSW 2 the other. */
export const quiet = { onUnhandledFrame: "bypass", onUnhandledRequest: "bypass" } as const;
