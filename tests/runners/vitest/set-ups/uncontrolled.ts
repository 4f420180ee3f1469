import { setupAuth0 } from "auth0-msw/vitest";

// A worker that takes no pages.
document.cookie = "worker=shy";
await navigator.serviceWorker.register("/mockServiceWorker.js");
await navigator.serviceWorker.ready;
document.cookie = "worker=; max-age=0";
if (navigator.serviceWorker.controller) throw new Error("This page was to have no worker yet.");

setupAuth0();
