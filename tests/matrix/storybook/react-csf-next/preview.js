import { definePreview } from "@storybook/react-vite";
import addonAuth0 from "auth0-msw/storybook";

export default definePreview({ addons: [addonAuth0()] });
