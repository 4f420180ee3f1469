import { msw } from "msw/vite";

export default {
  plugins: [msw()],
  server: { host: "127.0.0.1", fs: { allow: [".."] } },
  preview: { host: "127.0.0.1" },
};
