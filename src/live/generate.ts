import type { Faker } from "@faker-js/faker";

let own: Faker | undefined;

/**
 * Makes data up from a starting point that is the same whenever the keys are. There is one generator for
 * all, so `make` has it to itself only as long as it does not wait. It is not the `faker` that users seed.
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
