import { setupAuth0 } from "auth0-msw/vitest";

document.cookie = "worker=none";
setupAuth0();
