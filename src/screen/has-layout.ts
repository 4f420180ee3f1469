/** Whether style sheets apply and elements have a size. In jsdom and happy-dom they don't. */
export function hasLayout({ documentElement }: Document): boolean {
  return documentElement.clientHeight > 0;
}
