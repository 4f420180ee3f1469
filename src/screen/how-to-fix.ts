import type { Verdict } from "./verdict.ts";

/** How to fix a verdict, in one sentence, and the page that says more. */
export interface HowToFix {
  readonly fix: string;
  /** A path in the repository of this package. */
  readonly link: string;
}

const page = "docs/failure-coverage.md";

/** How to fix each verdict, for reports and the gallery. */
export const howToFix: Readonly<Record<Verdict, HowToFix>> = {
  silent: {
    fix: "Show a message for every answer, also for unknown codes and network errors.",
    link: `${page}#silent`,
  },
  raw: {
    fix: "Choose your own sentence by the error code, and keep the API’s text for your log.",
    link: `${page}#raw`,
  },
  "dead end": {
    fix: "Enable the button again when the answer is there, or offer another way in the message.",
    link: `${page}#dead-end`,
  },
  "not announced": {
    fix: 'Put the text into an element with role="alert", or move the focus to the field that it describes.',
    link: `${page}#not-announced`,
  },
  unseen: {
    fix: "Show the message before the page is left or the request is sent again, or test what comes next separately.",
    link: `${page}#unseen`,
  },
  says: {
    fix: "Nothing to fix: check that the sentence says what to do next.",
    link: `${page}#what-the-screen-said`,
  },
};
