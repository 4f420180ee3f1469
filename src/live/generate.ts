import type { Faker } from "@faker-js/faker";

let own: Faker | undefined;

/**
 * A generator that starts from the same point whenever the keys are the same. Use it up before the
 * next await: there is one for all. It is not the `faker` that users seed themselves.
 */
export async function generator(...keys: readonly (number | string)[]): Promise<Faker> {
  const { faker } = await import("@faker-js/faker/locale/en");
  own ??= new (faker.constructor as typeof Faker)({ locale: faker.rawDefinitions });
  own.seed(
    keys.flatMap((key) => (typeof key === "number" ? key : Array.from(key, (char) => char.codePointAt(0) ?? 0))),
  );
  return own;
}
