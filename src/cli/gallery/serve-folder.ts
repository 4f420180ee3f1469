import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, sep } from "node:path";
import { lookup } from "mrmime";
import { decoded } from "../../engine/decoded.ts";

/** Serves the folder of a built Storybook, on this machine only. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  if (!existsSync(join(folder, "iframe.html"))) {
    throw new Error(`There is no built Storybook in ${folder}. Build one with "storybook build", or give its folder.`);
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = join(folder, decoded(pathname));
    const reading = file.startsWith(folder + sep) ? readFile(file) : Promise.reject(new Error("outside"));
    reading.then(
      (content) => response.writeHead(200, { "content-type": lookup(file) ?? "application/octet-stream" }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
