import "server-only";

import type { Failure } from "@/lib/domain/failure";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";
import { listPeople } from "./list-people";
import type { PersonView } from "./person-view";

/**
 * Everybody with an account and what they may, for the review of rights that PCI DSS 7.2.4 asks for.
 * That it was taken is written down before it is given.
 */
export async function exportPeople(
  desk: Desk,
  actor: Actor,
): Promise<Result<readonly PersonView[], Failure>> {
  const permission = "operator.list";
  if (!may(actor.operator, permission)) return fail({ kind: "denied", permission });
  const people = await listPeople(desk, actor);
  const author = { kind: "person", actor } as const;
  await appendAccessEvent(desk.db, desk.now(), author, {
    kind: "exported",
    what: "people",
    filters: [],
    rows: people.length,
  });
  return ok(people);
}
