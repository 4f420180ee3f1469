const typed: Readonly<Record<string, string>> = {
  email: "ada@example.com",
  password: "correct-horse-battery",
  phone: "+15555550100",
  code: "123456",
};

/** Fills in and submits the form in the element at once. Typing into many forms would take too long. */
export function fillIn(element: HTMLElement): void {
  const form = element.querySelector("form");
  for (const [name, value] of Object.entries(typed)) {
    const input = form?.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = value;
  }
  form?.requestSubmit();
}

/** The selector of the result: a message, or the waiting status when no response arrives. */
export function outcomeOf(id: string): string {
  return id.endsWith("/no-response") ? ".after > [role=status]" : "[role=alert]";
}
