import { addons } from "storybook/manager-api";

const firstStory = "sign-in-email-and-password--password-leaked";

// Without a path, Storybook would open the first page of its sidebar, which has no panel.
if (!new URLSearchParams(location.search).has("path")) {
  history.replaceState(null, "", `?path=/story/${firstStory}${location.search.replace("?", "&")}`);
}

// At the side, the panel leaves the whole form in view on a laptop.
addons.setConfig({
  selectedPanel: "auth0-msw/panel",
  layout: { panelPosition: "right", rightPanelWidth: 440 },
});
