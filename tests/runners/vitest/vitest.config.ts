import { defineConfig } from "vitest/config";
import { configuration, oneLine, own } from "./projects.ts";

const onMsw2 = { alias: [{ find: /^msw(?=\/|$)/, replacement: "msw2" }] };

export default defineConfig(
  configuration([
    oneLine("node"),
    { ...oneLine("node on MSW 2"), resolve: onMsw2 },
    oneLine("jsdom", { environment: "jsdom" }),
    oneLine("happy-dom", { environment: "happy-dom" }),
    oneLine("isolate", { include: ["isolate.spec.ts"] }),
    own("own-server"),
    own("two-mocks"),
    oneLine("no-isolate", { include: ["no-isolate/*.spec.ts"], isolate: false, fileParallelism: false }),
  ]),
);
