import { registerHooks } from "node:module";

// Preloaded, has everything take MSW 2 for MSW.

registerHooks({
  resolve: (specifier, context, next) => next(specifier.replace(/^msw(?=\/|$)/, "msw2"), context),
});
