/* oxlint-disable import/no-default-export -- Storybook reads it. */
// #region preview
import type { Preview } from "@storybook/react-vite";

const preview: Preview = {
  parameters: {
    auth0Options: { seed: 7, delay: 200 },
  },
};

export default preview;
// #endregion
