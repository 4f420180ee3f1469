if (process.env.NODE_ENV === "development") void startMock();

async function startMock() {
  const { mockAuth0 } = await import("auth0-msw");
  const { startAuth0 } = await import("auth0-msw/browser");
  await startAuth0(mockAuth0(), { panel: true });
}
