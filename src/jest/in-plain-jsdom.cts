// Jest loads this file where its environment asks for the browser's version of a package.
throw new Error(
  "auth0-msw/jest needs Node's fetch, which Jest's plain jsdom environment lacks. " +
    'Install jest-fixed-jsdom, and set testEnvironment to "jest-fixed-jsdom" in your Jest config.',
);
