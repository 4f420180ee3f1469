import { changesView } from "./changes-view.ts";
import { failureView } from "./failure-view.ts";
import { fixesView } from "./fixes-view.ts";
import { html, Html } from "./html.ts";
import { filterStyles, overviewView } from "./overview-view.ts";
import type { EndpointReview, Review } from "./review.ts";
import { sharedView } from "./shared-view.ts";
import { styles } from "./styles.ts";

/** Nothing but this page: no network, no script. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** How the command recognizes its own page. */
export const generator = '<meta name="generator" content="auth0-msw" />';

/** The review page: one HTML file that needs no other. */
export function toPage(review: Review): string {
  const { endpoints, changes, summaryOf } = review;
  const failures = endpoints.flatMap((endpoint) => endpoint.failures);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        ${new Html(generator)}
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>What the screen said</title>
        <style>
          ${new Html(styles + filterStyles)}
        </style>
      </head>
      <body>
        <header>
          <p class="eyebrow">Auth0 failure coverage</p>
          <h1>What the screen said</h1>
          ${overviewView(review)}
        </header>
        <main>
          ${changes && changesView(changes, summaryOf)} ${endpoints.map(endpointView)} ${sharedView(review)}
          ${fixesView(failures)}
        </main>
      </body>
    </html>`;
  return `${page.toString().trim()}\n`;
}

function endpointView({ endpoint, path, failures }: EndpointReview): Html {
  return html`<section class="endpoint" aria-labelledby="${endpoint}">
    <h2 id="${endpoint}"><code>POST ${path}</code> <span class="count">${failures.length}</span></h2>
    ${failures.map(failureView)}
  </section>`;
}
