import { holdsReference } from "@/lib/domain/journal";
import type { Actor, Desk } from "@/lib/server/desk";
import { listResends } from "@/lib/server/operations/list-resends";
import { readSettling } from "@/lib/server/operations/read-settling";
import type { OperationView } from "@/lib/server/operations/view";

import type { Search } from "./outcome-words";

/** How far the search for an operation's outcome has come, and whether it was sent again. */
export async function readSearch(desk: Desk, actor: Actor, operation: OperationView) {
  const [settling, resentAs] = await Promise.all([
    readSettling(desk, actor, operation.id),
    listResends(desk, actor, operation),
  ]);
  if (!settling.ok) throw new Error("An operation that was read is there.");
  const search: Search = {
    schedule: desk.settling,
    looksByItself: desk.issuer.service !== null,
    isProposed: settling.value.proposal !== null,
    isResent: resentAs.some(({ status }) => holdsReference(status)),
  };
  return { settling: settling.value, resentAs, search };
}
