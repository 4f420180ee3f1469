import type { Faker } from "@faker-js/faker";

let own: Faker | undefined;

/**
 * Generates data: the same keys give the same data. All callers share one generator, so `make` must be
 * synchronous. It is not the `faker` instance that users import and seed.
 */
export async function generate<Data>(keys: readonly (number | string)[], make: (faker: Faker) => Data): Promise<Data> {
  own ??= await create();
  own.seed(
    keys.flatMap((key) => (typeof key === "number" ? key : Array.from(key, (char) => char.codePointAt(0) ?? 0))),
  );
  return make(own);
}

async function create(): Promise<Faker> {
  const { faker } = await import("@faker-js/faker/locale/en");
  return new (faker.constructor as typeof Faker)({ locale: faker.rawDefinitions });
}
