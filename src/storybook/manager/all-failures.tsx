/** @jsxRuntime classic */
import { GridIcon } from "@storybook/icons";
import React, { type ReactElement, useEffect, useState } from "react";
import { type API, useStorybookApi, useStorybookState } from "storybook/manager-api";
import { useTheme } from "storybook/theming";
import { cellQuery } from "../../gallery/cell-report.ts";
import { Gallery } from "../../gallery/gallery.ts";
import { firstSettings, type GalleryHost } from "../../gallery/model.ts";
import { storyLink, withLink } from "../../panel/link.ts";
import { Button } from "./components.tsx";
import { themeProperties } from "./theme.ts";

/** The path of the page. The id of a story follows. */
export const allFailuresPath = "/auth0-failures/";

/** Opens the shown story once for each failure. */
export function AllFailuresTool(): ReactElement {
  const api = useStorybookApi();
  const { storyId } = useStorybookState();
  return (
    <Button
      variant="ghost"
      padding="small"
      ariaLabel="All Auth0 failures of this story"
      onClick={() => api.navigate(`${allFailuresPath}${storyId}${inputsIn(api)}`)}
    >
      <GridIcon />
    </Button>
  );
}

/** The page with a story once for each failure. */
export function AllFailures(): ReactElement | null {
  const api = useStorybookApi();
  const { viewMode, storyId } = useStorybookState();
  if (`/${viewMode}/` !== allFailuresPath) return null;
  return <Cells key={storyId} api={api} storyId={storyId} />;
}

/** What the user chose, as long as Storybook is open. */
let settings = firstSettings;

function Cells({ api, storyId }: { readonly api: API; readonly storyId: string }): ReactElement {
  const theme = useTheme();
  const [inside, setInside] = useState<Document | null>(null);

  useEffect(() => {
    if (!inside) return;
    const gallery = new Gallery(inside, hostOf(api, storyId, themeProperties(theme)), settings);
    return () => {
      // Another story may use the other endpoint.
      settings = { ...gallery.settings, endpoint: undefined, only: undefined };
      gallery.close();
    };
  }, [api, storyId, inside, theme]);

  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- its document is ours
    <iframe
      title="All failures"
      srcDoc="<!doctype html><html lang=en><title>All failures</title><body style='margin:0'></body></html>"
      // On a phone the page around it has no height of its own, and a bar at the bottom.
      style={{ display: "block", width: "100%", height: "100%", minHeight: "calc(100dvh - 40px)", border: 0 }}
      onLoad={({ currentTarget }) => setInside(currentTarget.contentDocument)}
    />
  );
}

/** The query parameters with what the user gave the story. */
const inputs = ["args", "globals"];

/** Storybook drops them from the address when it shows another page. */
function inputsIn(api: API): string {
  return inputs
    .map((name) => {
      const value = api.getQueryParam(name);
      return value ? `&${name}=${value}` : "";
    })
    .join("");
}

function hostOf(api: API, storyId: string, theme: GalleryHost["theme"]): GalleryHost {
  const entry = api.getData(storyId);
  return {
    theme,
    title: `${entry?.title ?? ""} / ${entry?.name ?? storyId}`,
    frameUrl: (id) => {
      const query = cellQuery(storyId);
      for (const name of inputs) {
        const value = api.getQueryParam(name);
        if (value) query.set(name, value);
      }
      const search = withLink(`?${query}`, { activations: id === undefined ? [] : [id] }, storyLink);
      return `${new URL("iframe.html", document.baseURI)}${search}`;
    },
    open: (id) => {
      api.navigate(`/story/${storyId}${inputsIn(api)}${id === undefined ? "" : `&${storyLink.ids}=${id}`}`);
    },
  };
}
