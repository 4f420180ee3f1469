/** Prints one line of JSON for each finished test. */
// oxlint-disable-next-line import/no-default-export -- Node loads a reporter from its default export.
export default async function* report(events) {
  for await (const { type, data } of events) {
    if ((type !== "test:pass" && type !== "test:fail") || data.details.type === "suite") continue;
    yield `${JSON.stringify({
      title: data.name,
      passed: type === "test:pass",
      stack: data.details.error?.cause?.stack,
    })}\n`;
  }
}
