// #region start
if (import.meta.env.DEV) {
  const { mockAuth0 } = await import("auth0-msw");
  const { startAuth0 } = await import("auth0-msw/browser");
  await startAuth0(mockAuth0(), { panel: true });
}
// #endregion

// Render your app here, after the mock has started.
