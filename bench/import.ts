import { report } from "./figure.ts";
import { difference, inProcesses } from "./processes.ts";

// From the start of a process to the end of its imports. Each program runs in its own process.

const node = 'import { setupServer } from "msw/node";';
const handler = 'import { http } from "msw";';
const listen = "setupServer(...handlers).listen();";
const withoutMock = `${node} const handlers = []; ${listen}`;
const byHand = `${handler} ${node} const handlers = [http.post("https://demo.eu.auth0.com/oauth/ro", () => {})]; ${listen}`;
const preview = 'import "storybook/preview-api"; import "storybook/internal/core-events"; import "msw";';

const ended = inProcesses({
  node: until(withoutMock),
  nodeAgain: until(withoutMock),
  byHand: until(byHand),
  byHandAgain: until(byHand),
  ours: until(`import { mockAuth0 } from "auth0-msw"; ${node} const { handlers } = mockAuth0(); ${listen}`),
  preview: until(preview),
  previewAgain: until(preview),
  oursInPreview: until(`${preview} import "auth0-msw/storybook/preview";`),
});

const goal = { atMost: 5 };
report([
  {
    what: "start with a mock, compared with a handler written by hand",
    ...difference(ended.ours, ended.byHand, ended.byHandAgain),
    unit: "ms",
    goal,
  },
  {
    what: "start with a mock, compared with only msw/node",
    ...difference(ended.ours, ended.node, ended.nodeAgain),
    unit: "ms",
    goal,
  },
  {
    what: "of this, msw itself",
    ...difference(ended.byHand, ended.node, ended.nodeAgain),
    unit: "ms",
  },
  {
    what: "start of Storybook's preview, compared with no addon",
    ...difference(ended.oursInPreview, ended.preview, ended.previewAgain),
    unit: "ms",
    goal,
  },
]);

function until(program: string): string {
  return `${program}; process.stdout.write(String(performance.now()));`;
}
