import { http, HttpResponse } from "msw";
import { setupWorker } from "msw/browser";
import { mockAuth0 } from "auth0-msw";
import { startAuth0 } from "auth0-msw/browser";

const worker = setupWorker(http.get("/api/me", () => HttpResponse.json({ name: "Ada" })));

await worker.start();
await startAuth0(mockAuth0(), { worker });
