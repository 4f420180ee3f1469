// Jest requires this file from CommonJS. It says what is missing where Jest cannot load ES modules.
// In a list, since the bundler would change the paths.
const [entry, tenant] = ["./index.js", "./load-tenant.js"];
try {
  module.exports = require(entry) as unknown;
  require(tenant);
} catch (error) {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (name !== "SyntaxError" && code !== "ERR_REQUIRE_ESM") throw error;
  throw new Error(
    "Jest cannot load auth0-msw and MSW, which are ES modules. Wrap your Jest config: " +
      'export default withAuth0({ … }), with withAuth0 from "auth0-msw/jest/config". ' +
      "Or run Jest on Node 24.9 or later with NODE_OPTIONS=--experimental-vm-modules.",
    { cause: error },
  );
}
