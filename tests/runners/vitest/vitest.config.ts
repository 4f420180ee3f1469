import { defineConfig } from "vitest/config";
import { configuration, oneLine, own } from "./projects.ts";

const onMsw2 = { alias: [{ find: /^msw(?=\/|$)/, replacement: "msw2" }] };

const include = ["one-line-in-node.spec.ts"];

export default defineConfig(
  configuration([
    oneLine("node", { include }),
    { ...oneLine("node on MSW 2", { include }), resolve: onMsw2 },
    oneLine("jsdom", { include, environment: "jsdom" }),
    oneLine("happy-dom", { include, environment: "happy-dom" }),
    own("own-server"),
    own("two-mocks"),
    oneLine("copies", { include: ["copies.spec.ts"] }),
    oneLine("no-isolate", { include: ["no-isolate/*.spec.ts"], isolate: false, fileParallelism: false }),
  ]),
);
