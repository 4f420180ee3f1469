import { defineConfig } from "vitest/config";
import { configuration, oneLine } from "./projects.ts";

export default defineConfig(configuration([oneLine("pending", { include: ["pending.spec.ts"] })]));
