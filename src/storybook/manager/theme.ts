import type { StorybookTheme } from "storybook/theming";

/** Storybook’s theme as the properties of our own. */
export function themeProperties({ background, color, ...theme }: StorybookTheme): Readonly<Record<string, string>> {
  return {
    "color-scheme": theme.base,
    "--auth0-paper": background.content,
    "--auth0-inset": background.app,
    "--auth0-ink": color.defaultText,
    "--auth0-quiet": theme.textMutedColor,
    "--auth0-line": theme.appBorderColor,
    "--auth0-accent": color.secondary,
    "--auth0-font": theme.typography.fonts.base,
    "--auth0-mono": theme.typography.fonts.mono,
  };
}
