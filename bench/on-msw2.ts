import { registerHooks } from "node:module";

// When preloaded, makes every import of MSW resolve to MSW 2.

registerHooks({
  resolve: (specifier, context, next) => next(specifier.replace(/^msw(?=\/|$)/, "msw2"), context),
});
