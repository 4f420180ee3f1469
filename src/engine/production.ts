declare const process: { readonly env: { readonly NODE_ENV?: string } };

let hasWarned = false;

/** Warns once when a bundler, or Node, says that this is production. */
export function warnInProduction(): void {
  if (hasWarned || !isProduction()) return;
  hasWarned = true;
  // oxlint-disable-next-line no-console -- developers look there.
  console.error(
    "[auth0-msw] mockAuth0() runs in production: it answers sign-ins instead of Auth0. Load it only in development, " +
      'with import() behind if (process.env.NODE_ENV !== "production").',
  );
}

function isProduction(): boolean {
  try {
    // Bundlers replace exactly this text. Where nothing does, a browser has no `process`.
    return process.env.NODE_ENV === "production";
  } catch {
    return false;
  }
}
