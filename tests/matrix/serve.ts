import { onTestFinished } from "vitest";
import { start } from "../helpers/run.ts";

/** Starts a development server until the end of the test, and returns the URL that it prints. */
export async function serveProject(folder: string, args: readonly string[]): Promise<string> {
  const [command = "", ...others] = args;
  const { child, ended } = start(`node_modules/.bin/${command}`, others, {
    cwd: folder,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (text: string) => {
      // oxlint-disable-next-line no-control-regex -- servers print colors.
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/?/.exec(text.replaceAll(/\u001B\[\d+m/g, "")) ?? [];
      if (url !== undefined) resolve(url);
    });
    void ended.then(({ out, err }) => reject(new Error(`${args.join(" ")} ended:\n${out}\n${err}`)), reject);
  });
}
