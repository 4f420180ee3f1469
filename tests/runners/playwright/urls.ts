/** The origin of the app, and the origin that stands for Auth0, which no request may reach. */
export const { APP_URL: app = "", SERVICE_URL: service = "" } = process.env;
