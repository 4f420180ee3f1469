/** A map that keeps the entries used last: beyond `limit`, the one that was not used for longest goes. */
export class RecentMap<Value> {
  readonly #limit: number;
  // In the order of their use: a Map keeps the order in which keys were added.
  readonly #entries = new Map<string, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#limit && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** As they are now, the one that was not used for longest first. */
  values(): Value[] {
    return [...this.#entries.values()];
  }
}
