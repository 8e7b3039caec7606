import "server-only";

import { sql } from "kysely";

import type { Failure } from "@/lib/domain/failure";
import { may } from "@/lib/domain/operator";
import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Actor, Desk } from "../desk";
import { isOfKind, isUnsettled } from "./unsettled";

/** What a page that shows the shift's list compares with what it shows. */
export interface UnsettledVersion {
  /** Another text whenever the list has changed. */
  readonly version: string;
  /** The desk's clock, for what counts up and down in a browser whose clock may be wrong. */
  readonly now: Date;
}

/** Says whether the shift's list has changed, in one small query and without the list. */
export async function readUnsettledVersion(
  desk: Desk,
  actor: Actor,
): Promise<Result<UnsettledVersion, Failure>> {
  if (!may(actor.operator, "operation.list-unsettled")) {
    return fail({ kind: "denied", permission: "operation.list-unsettled" });
  }
  const now = desk.now();
  const { version } = await desk.db
    .selectFrom("operations")
    .select(
      sql<string>`md5(coalesce(string_agg(
        concat_ws('|', id, status, looks, last_look_at, next_look_at, proposal ->> 'movementId',
                  ${isOfKind("old", now)}), ',' order by id), ''))`.as("version"),
    )
    .where(isUnsettled(now))
    .executeTakeFirstOrThrow();
  return ok({ version, now });
}
