import { http, HttpResponse } from "msw";
import { setupWorker } from "msw/browser";

export const worker = setupWorker(http.get("https://api.example.com/", () => new HttpResponse("theirs")));
// In its own file, because Vitest loads a set-up file twice in a page: for itself and for its importers.
await worker.start({ quiet: true });
