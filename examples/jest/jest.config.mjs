import { withAuth0 } from "auth0-msw/jest/config";

export default withAuth0({
  testEnvironment: "jest-fixed-jsdom",
  setupFilesAfterEnv: ["./auth0-mock.js"],
});
