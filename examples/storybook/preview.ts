/* oxlint-disable import/no-default-export -- Storybook requires a default export. */
// #region preview
import type { Preview } from "@storybook/react-vite";

const preview: Preview = {
  parameters: {
    auth0Options: { seed: 7, delay: 200 },
  },
};

export default preview;
// #endregion
