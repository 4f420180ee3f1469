import * as vitest from "vitest";
import { checkRefused } from "../engine/refused.ts";
import { internalsOf } from "../mock-auth0.ts";

/** Fails each test of which `otherRequests: "error"` refused a request, and the file for its hooks. */
export function failOnRefused(auth0: object): void {
  const mock = internalsOf(auth0);
  if (mock.otherRequests !== "error") return;
  vitest.afterEach(() => checkRefused(mock.session()));
  vitest.afterAll(() => checkRefused(mock.session()));
}
