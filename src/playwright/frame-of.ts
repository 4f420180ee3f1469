import type { Frame } from "@playwright/test";
import type { Exchange } from "./route-auth0.ts";

/** The frame that sent a request, or a sentence about why it isn't known. */
export function frameOf({ context, pageRequest }: Exchange): Frame | string {
  const worker = pageRequest.serviceWorker();
  if (!worker) return ownFrame(pageRequest);
  const { origin } = new URL(worker.url());
  const [page, ...others] = context.pages().filter((each) => each.url().startsWith(`${origin}/`));
  if (page && others.length === 0) return page.mainFrame();
  return "The answer went through a service worker, and it isn't known to which page.";
}

function ownFrame(pageRequest: Exchange["pageRequest"]): Frame | string {
  try {
    return pageRequest.frame();
  } catch {
    return "The request opened a page of its own.";
  }
}
