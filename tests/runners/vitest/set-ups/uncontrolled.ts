import { setupAuth0 } from "auth0-msw/vitest";

// A worker that does not claim pages.
document.cookie = "worker=unclaimed";
await navigator.serviceWorker.register("/mockServiceWorker.js");
await navigator.serviceWorker.ready;
document.cookie = "worker=; max-age=0";
if (navigator.serviceWorker.controller) throw new Error("A worker controls this page already.");

setupAuth0();
