import { failureCoverage } from "auth0-msw/node-test/reporter";

export default failureCoverage({ threshold: 5, outputFile: "auth0-coverage.json" });
