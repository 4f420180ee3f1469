/** Every test that has ended, as a line of JSON. */
// oxlint-disable-next-line import/no-default-export -- Node takes a reporter by its default export.
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
