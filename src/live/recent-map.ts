/** A map of at most `limit` entries. One more replaces the least recently used one. */
export class RecentMap<Value> {
  readonly #limit: number;
  // From least to most recently used: a Map keeps insertion order.
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

  clear(): void {
    this.#entries.clear();
  }

  /** The keys and values, least recently used first. */
  entries(): [string, Value][] {
    return [...this.#entries];
  }

  /** The values, least recently used first. */
  values(): Value[] {
    return [...this.#entries.values()];
  }
}
