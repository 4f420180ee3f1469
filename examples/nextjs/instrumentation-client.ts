// The imports are inside the condition, so that a production build has nothing of the mock.
if (process.env.NODE_ENV === "development") {
  void Promise.all([import("auth0-msw"), import("auth0-msw/browser")]).then(([{ mockAuth0 }, { startAuth0 }]) =>
    startAuth0(mockAuth0(), { panel: true }),
  );
}
