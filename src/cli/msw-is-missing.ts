/** MSW is the project's own, so that handlers and worker are of one version. */
export const mswIsMissing = "MSW is not installed here. Run: npm install --save-dev msw";
