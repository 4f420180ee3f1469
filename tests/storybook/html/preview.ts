import type { Preview } from "@storybook/html-vite";

const preview: Preview = { tags: ["autodocs"] };

export default preview;
