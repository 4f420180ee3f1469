export async function register() {
  // The imports are inside the condition, so that a production build has nothing of the mock.
  if (process.env.NODE_ENV === "development" && process.env.NEXT_RUNTIME === "nodejs") {
    const { mockAuth0 } = await import("auth0-msw");
    const { setupServer } = await import("msw/node");
    // Next.js sends requests of its own. With MSW 2, the option is `onUnhandledRequest`.
    setupServer(...mockAuth0().handlers).listen({ onUnhandledFrame: "bypass" });
  }
}
