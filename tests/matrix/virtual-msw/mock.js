import { mockAuth0 } from "auth0-msw";
import { startAuth0 } from "auth0-msw/browser";
import { network } from "virtual:msw";

const auth0 = mockAuth0();
auth0.use("oauth-ro/user-blocked");
await network.enable();
const { stop } = await startAuth0(auth0, { worker: network });

import.meta.hot?.accept();
import.meta.hot?.dispose(stop);
