/**
 * jest-fixed-jsdom replaces jsdom's `FormData` with Node's, which `fetch` can send but which cannot read a form. Where
 * that is so, this adds one that can do both.
 */
export function addFormData(): void {
  const Sent = globalThis.FormData;
  if (typeof document === "undefined" || readsForms(Sent)) return;
  globalThis.FormData = class FormData extends Sent {
    constructor(form?: HTMLFormElement, submitter?: HTMLElement | null) {
      super();
      if (form === undefined) return;
      // Node refuses a file of jsdom.
      for (const [name, value] of entriesOf(form, submitter)) this.append(name, value as string);
    }
  };
}

function readsForms(FormData: typeof globalThis.FormData): boolean {
  try {
    return Boolean(new FormData(document.createElement("form")));
  } catch {
    return false;
  }
}

/** Reads a form with the `FormData` of a new frame, which is still jsdom's. */
function entriesOf(form: HTMLFormElement, submitter?: HTMLElement | null): [string, FormDataEntryValue][] {
  const frame = document.documentElement.appendChild(document.createElement("iframe"));
  try {
    const { FormData } = frame.contentWindow as unknown as typeof globalThis;
    return [...new FormData(form, submitter)];
  } finally {
    frame.remove();
  }
}
