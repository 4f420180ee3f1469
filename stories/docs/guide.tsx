import { Markdown } from "@storybook/addon-docs/blocks";
import { sanitize } from "storybook/internal/csf";

const pages = import.meta.glob<string>("../../docs/*.md", { eager: true, query: "?raw", import: "default" });

/** A page of `docs/`, by its file name without the extension. */
export function Guide({ page }: { readonly page: string }) {
  return <Markdown>{forStorybook(textOf(page) ?? "")}</Markdown>;
}

function textOf(page: string): string | undefined {
  return pages[`../../docs/${page}.md`];
}

/** Removes comments, points links between guides to their Storybook pages, and removes links to other files. */
function forStorybook(text: string): string {
  return text
    .replaceAll(/<!--.*?-->\n*/gs, "")
    .replaceAll(
      /!?\[((?:[^[\]]|\[[^\]]*\])*)\]\((?!https?:|#|mailto:)([^)\s]+)\)/g,
      (_, label: string, target: string) => {
        const page = /^([\w-]+)\.md\b/.exec(target)?.[1];
        const title = page && /^# (.+)$/m.exec(textOf(page) ?? "")?.[1];
        return title ? `[${label}](?path=/docs/guides-${sanitize(title)}--docs)` : label;
      },
    );
}
