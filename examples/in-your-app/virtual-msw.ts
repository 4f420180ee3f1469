/// <reference types="msw/vite/client" />
import { mockAuth0 } from "auth0-msw";
import { startAuth0 } from "auth0-msw/browser";
import { network } from "virtual:msw";

await network.enable();
const { stop } = await startAuth0(mockAuth0(), { worker: network, panel: true });

// A hot update of this file starts a new mock.
import.meta.hot?.accept();
import.meta.hot?.dispose(() => void stop());
