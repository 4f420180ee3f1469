import type { Mock } from "../engine/request-context.ts";

/** Whether an id of this mock is a success, after which a screen has no failure to explain. */
export function successIn({ registry }: Pick<Mock, "registry">): (id: string) => boolean {
  return (id) => registry.find(id).entry?.kind === "success";
}
