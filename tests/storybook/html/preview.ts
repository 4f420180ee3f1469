import type { Preview } from "@storybook/html-vite";
import { mswLoader } from "msw-storybook-addon/csf3";

// A loader runs before anything else starts a worker. The URL decides whether there is one.
const isTheirsFirst = new URLSearchParams(location.search).get("theirs") === "first";

const preview: Preview = { tags: ["autodocs"], loaders: isTheirsFirst ? [mswLoader()] : [] };

export default preview;
