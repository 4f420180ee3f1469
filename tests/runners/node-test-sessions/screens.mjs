import { failureCoverage } from "auth0-msw/node-test/reporter";

// oxlint-disable-next-line import/no-default-export -- Node loads a reporter from its default export.
export default failureCoverage({ threshold: { silent: 0 }, outputFile: "screens.json" });
