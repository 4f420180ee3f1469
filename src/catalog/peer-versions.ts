/** What the entries run on, and from which version. */
const needed = {
  "@playwright/test": { title: "Playwright", version: "1.57" },
  storybook: { title: "Storybook", version: "9.1" },
  vitest: { title: "Vitest", version: "3.2" },
} as const;

type Peer = keyof typeof needed;

/**
 * Throws when the installed version is older than the entry needs. The package itself installs beside any version.
 * `load` is the `require` of the project.
 */
export function checkPeer(entry: string, peer: Peer, load: (file: string) => unknown): void {
  const installed = versionOf(peer, load);
  const { title, version } = needed[peer];
  if (installed === undefined || isAtLeast(installed, version)) return;
  throw new Error(
    `${entry} needs ${title} ${version} or later, but ${title} ${installed} is installed. ` +
      `Update ${peer}, or remove ${entry} from your configuration.`,
  );
}

/** Undefined where packages have no files, such as with Yarn's Plug'n'Play. */
function versionOf(peer: Peer, load: (file: string) => unknown): string | undefined {
  try {
    return (load(`${peer}/package.json`) as { readonly version: string }).version;
  } catch {
    return undefined;
  }
}

function isAtLeast(installed: string, wanted: string): boolean {
  const [major = 0, minor = 0] = numbersOf(installed);
  const [wantedMajor = 0, wantedMinor = 0] = numbersOf(wanted);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function numbersOf(version: string): number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10));
}
