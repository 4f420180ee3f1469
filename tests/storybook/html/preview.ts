import type { Preview } from "@storybook/html-vite";
import { mswLoader } from "msw-storybook-addon/csf3";

// A loader comes before all that starts a worker; the address says whether there is one.
const isTheirsFirst = new URLSearchParams(location.search).get("theirs") === "first";

const preview: Preview = { tags: ["autodocs"], loaders: isTheirsFirst ? [mswLoader()] : [] };

export default preview;
