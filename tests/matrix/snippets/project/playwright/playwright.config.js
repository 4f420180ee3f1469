const { default: shown } = await import(process.env.SHOWN);

export default {
  ...shown,
  testDir: "..",
  testMatch: process.env.SPECS.split(" "),
  workers: 2,
  fullyParallel: true,
  // A test that meets every failure is long.
  timeout: 120_000,
  use: { ...shown.use, baseURL: process.env.APP, launchOptions: JSON.parse(process.env.LAUNCH) },
};
