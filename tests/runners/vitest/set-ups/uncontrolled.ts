import { setupAuth0 } from "auth0-msw/vitest";

// Takes no pages: it is the first one that the server gives.
await navigator.serviceWorker.register("/mockServiceWorker.js");
await navigator.serviceWorker.ready;
if (navigator.serviceWorker.controller) throw new Error("This page was to have no worker yet.");

setupAuth0();
