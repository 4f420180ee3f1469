export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NODE_ENV === "development") {
    const { mockAuth0 } = await import("auth0-msw");
    const { setupServer } = await import("msw/node");
    setupServer(...mockAuth0().handlers).listen();
  }
}
