/** Throws where there can be no service worker; MSW would go on without, and miss what others than this page ask. */
export function checkPage(served = "the page"): void {
  if ("serviceWorker" in navigator) return;
  const { origin, port } = location;
  throw new Error(
    globalThis.isSecureContext
      ? "Mocking failed: this browser has no service workers here. Leave private browsing, or use another browser."
      : `Mocking failed: browsers have no service workers at ${origin}, which is no secure origin. ` +
          `Open http://localhost${port && `:${port}`} instead, or serve ${served} over https.`,
  );
}
