/* oxlint-disable import/no-default-export -- Storybook requires a default export. */
// #region preview
import { definePreview } from "@storybook/react-vite";
import addonAuth0 from "auth0-msw/storybook";

export default definePreview({ addons: [addonAuth0()] });
// #endregion
