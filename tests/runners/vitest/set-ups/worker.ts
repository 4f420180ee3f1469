import { http, HttpResponse } from "msw";
import { setupWorker } from "msw/browser";

export const worker = setupWorker(http.get("https://api.example.com/", () => new HttpResponse("theirs")));
// Here, since Vitest loads a set-up file twice in a page: for itself, and for those who import it.
await worker.start({ quiet: true });
