import type { Faker } from "@faker-js/faker";

let sharedFaker: Faker | undefined;

/**
 * Generates data. The same keys give the same data. All callers share one generator, so `make` must be synchronous.
 * It is separate from the `faker` instance that users import and seed.
 */
export async function generate<Data>(keys: readonly (number | string)[], make: (faker: Faker) => Data): Promise<Data> {
  sharedFaker ??= await create();
  sharedFaker.seed(
    keys.flatMap((key) => (typeof key === "number" ? key : Array.from(key, (char) => char.codePointAt(0) ?? 0))),
  );
  return make(sharedFaker);
}

async function create(): Promise<Faker> {
  const { faker } = await import("@faker-js/faker/locale/en");
  return new (faker.constructor as typeof Faker)({ locale: faker.rawDefinitions });
}
