/** Where the app is, and what it takes for the service: another origin, where nothing may arrive. */
export const { APP_URL: app = "", SERVICE_URL: service = "" } = process.env;
