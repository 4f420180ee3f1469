declare const process: { readonly env: { readonly NODE_ENV?: string } };

let isQuiet = false;

/** Warns once when a bundler, or Node, says that this is production. */
export function warnInProduction(): void {
  if (isQuiet || !isProduction()) return;
  isQuiet = true;
  // oxlint-disable-next-line no-console -- developers look there.
  console.error(
    "[auth0-msw] mockAuth0() runs in production: it answers sign-ins instead of Auth0. Load it only in development, " +
      'with import() behind if (process.env.NODE_ENV !== "production").',
  );
}

/** No warning on this page: a built Storybook is a production build, but not the product. */
export function allowInProduction(): void {
  isQuiet = true;
}

function isProduction(): boolean {
  try {
    // Bundlers replace exactly this text. Where nothing does, a browser has no `process`.
    return process.env.NODE_ENV === "production";
  } catch {
    return false;
  }
}
