/** What happens to a request to a mocked domain that no handler answers. */
export type OtherRequests = "pass" | "warn" | "error";
