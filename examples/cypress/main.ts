if (import.meta.env.DEV) {
  const { mockAuth0 } = await import("auth0-msw");
  const { startAuth0 } = await import("auth0-msw/browser");
  const auth0 = mockAuth0();
  await startAuth0(auth0);
  Object.assign(window, { auth0 });
}
