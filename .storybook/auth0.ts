import { type Activation, mockAuth0 } from "auth0-msw";
import { setupWorker } from "msw/browser";

/** The one mock of this page. */
export const auth0 = mockAuth0();

const worker = setupWorker(...auth0.handlers);

/** Starts answering; returns how to stop. */
export async function answerRequests(): Promise<() => Promise<void>> {
  await worker.start({
    quiet: true,
    onUnhandledFrame: "bypass",
    // Relative to the page, so that a build works in a sub-path too.
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  await controlled();
  return async () => {
    // The worker stops only once no answer is pending, and some never come by themselves.
    auth0.reset();
    await worker.stop();
  };
}

const reloaded = "auth0-msw: reloaded for the worker";

// A page that loads while the one before takes its worker down has a worker that does not control it.
async function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) {
    sessionStorage.removeItem(reloaded);
    return;
  }
  if (sessionStorage.getItem(reloaded)) {
    throw new Error("Mocking failed: the service worker does not control this page. Close its other tabs and reload.");
  }
  sessionStorage.setItem(reloaded, "yes");
  location.reload();
  await new Promise(() => {});
}

/** What the page was last set to. */
let current: { readonly mount: AbortSignal; readonly choice: string } | undefined;

/** Begins anew with these answers, unless the same mount has them already. */
export function begin(mount: AbortSignal, answers: readonly Activation[]): void {
  // Storybook asks again when any global changes, the theme for one, and a reset ends pending answers.
  const choice = JSON.stringify(answers);
  if (current?.mount === mount && current.choice === choice) return;
  current = { mount, choice };
  auth0.reset();
  auth0.sequence(answers);
}
