import {
  PLAY_FUNCTION_THREW_EXCEPTION,
  STORY_ERRORED,
  STORY_RENDER_PHASE_CHANGED,
  STORY_THREW_EXCEPTION,
} from "storybook/internal/core-events";
import { addons } from "storybook/preview-api";
import { type Endpoint, paths } from "../../../scenarios/types.ts";
import { endpointOf, idOf } from "../../catalog/activation.ts";
import { messageOf } from "../../catalog/show-value.ts";
import { type CellMessage, cellParam, type CellReport, type StoryMessage } from "../../gallery/cell-report.ts";
import { internalsOf } from "../../mock-auth0.ts";
import type { Judgement } from "../../screen/verdict.ts";
import { holdAnimations } from "./hold-animations.ts";
import { isPlayOver } from "./is-play-over.ts";
import { type Mount, page } from "./page.ts";
import { stopPlay } from "./plays.ts";

/** Whether this page is a cell of the view of all failures, or is opened for its report. */
export const isCell: boolean = new URLSearchParams(globalThis.location?.search).has(cellParam);

// Storybook’s highlighter would read the styles of every element after each change. It does not start when this is set.
if (isCell) Object.assign(globalThis, { __STORYBOOK_HIGHLIGHT_INITIALIZED: true });

/** Called when there is a report. Until then nobody looks at the cell. */
const letAnimationsGoOn = isCell ? holdAnimations() : undefined;

/** How long a screen must not change before it is judged, in milliseconds. */
const calm = { answered: 100, unanswered: 500 };

/** Then it is judged although it still changes, in milliseconds. */
const longest = 1500;

interface Cell {
  /** Resolves when the first report is posted. */
  readonly reported: Promise<void>;
}

/** Reports what the story says to the selected scenario, now and after every change. */
export async function watchCell(mount: Mount, signal: AbortSignal): Promise<Cell> {
  const { ScreenWatch } = await import("../../screen/screen-watch.ts");
  // A native dialog would stop every cell. Its text counts as said.
  const dialogs = { alert: undefined, confirm: false, prompt: null };
  for (const [name, answer] of Object.entries(dialogs)) {
    const dialog = (): unknown => {
      look();
      return answer;
    };
    Object.assign(globalThis, { [name]: dialog });
  }
  const scenario = idOf(page.selection?.activations[0] ?? "");
  const session = internalsOf(mount.auth0).session();
  // Only the answer that the cell is about.
  const watch = new ScreenWatch(session, (id) => id !== scenario, true);
  const posted = Promise.withResolvers<void>();
  const faults: Faults = { thrown: mount.error && messageOf(mount.error) };
  let isOver = !mount.hasPlay;
  let isAnswered = false;
  let last = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const look = (): void => {
    const now = performance.now();
    if (timer === undefined) latest = now + longest;
    clearTimeout(timer);
    timer = setTimeout(post, Math.min(isAnswered ? calm.answered : calm.unanswered, latest - now));
  };
  const post = (): void => {
    timer = undefined;
    if (scenario === "") postStory(isOver || faults.thrown !== undefined);
    else postReport();
  };
  const postStory = (isLast: boolean): void => {
    const { auth0, hasPlay } = mount;
    if (!isLast && auth0.calls().length === 0) return;
    send({
      type: "auth0-msw/story",
      scenarios: auth0.scenarios,
      called: [...new Set(auth0.calls().map(({ endpoint }) => endpoint))],
      hasPlay,
      ...(!isLast && { isPlaying: true }),
      ...(faults.thrown !== undefined && { problem: `The story threw an exception: ${firstLine(faults.thrown)}` }),
    });
  };
  const postReport = (): void => {
    const record = watch.records.at(-1);
    if (!record && !isOver && faults.thrown === undefined) return;
    const report: CellReport = record
      ? { state: "judged", judgement: faults.thrown === undefined ? record : afterException(record, faults.thrown) }
      : { state: "not sent", why: whyNotSent(mount, scenario, faults) };
    send({ type: "auth0-msw/cell", scenario, report });
  };
  const send = (message: CellMessage | StoryMessage): void => {
    const text = JSON.stringify(message);
    if (text === last) return;
    last = text;
    parent.postMessage(message, location.origin);
    posted.resolve();
    letAnimationsGoOn?.();
    // Its play may wait long for a text that another scenario shows.
    if (message.type === "auth0-msw/cell" && message.report.state === "judged") void stopPlay();
  };

  const channel = addons.getChannel();
  const listeners = {
    [STORY_RENDER_PHASE_CHANGED]: ({ newPhase }: { readonly newPhase: string }) => {
      isOver ||= isPlayOver(newPhase);
      look();
    },
    [STORY_THREW_EXCEPTION]: ({ message }: Error) => {
      faults.thrown = message;
      look();
    },
    [STORY_ERRORED]: ({ description }: { readonly description: string }) => {
      faults.thrown = description;
      look();
    },
    [PLAY_FUNCTION_THREW_EXCEPTION]: ({ message }: Error) => {
      faults.play = message;
    },
  };
  for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
  session.watch((answered) => {
    isAnswered ||= answered?.scenario === scenario;
    // It may leave the page now.
    if (answered && scenario === "") postStory(false);
    look();
  });
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    observer.disconnect();
    watch.stop();
    posted.resolve();
    for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);
  });
  // None of these changes an element.
  for (const event of ["error", "focusin", "invalid", "unhandledrejection"]) {
    addEventListener(event, look, { capture: true, signal });
  }
  look();
  return { reported: posted.promise };
}

interface Faults {
  /** What the story threw. */
  thrown?: string | undefined;
  /** Why its play failed. */
  play?: string;
}

/** Storybook shows the exception instead of the story. */
function afterException(record: Judgement, message: string): Judgement {
  return { ...record, verdict: "silent", sentence: "", why: `The story threw an exception: ${firstLine(message)}` };
}

function whyNotSent({ hasPlay }: Mount, scenario: string, { thrown, play }: Faults): string {
  if (page.rejection !== undefined) return page.rejection;
  if (thrown !== undefined) return `The story threw an exception: ${firstLine(thrown)}`;
  if (play !== undefined) return `The play failed before it sent a request: ${firstLine(play)}`;
  if (!hasPlay) return "The story has no play function, so nothing was sent.";
  const answered = page.mount?.auth0.calls().map((call) => `POST ${paths[call.endpoint]}`) ?? [];
  const others = answered.length > 0 ? ` It sent ${[...new Set(answered)].join(" and ")}.` : "";
  return `The play sent no request to POST ${paths[endpointOf(scenario) as Endpoint]}.${others}`;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
