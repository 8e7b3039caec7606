import "server-only";

import { sql } from "kysely";

import { desk } from "./desk";
import { log } from "./log";

/** Whether the database answers a query. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await sql`select 1`.execute(desk().db);
    return true;
  } catch (error) {
    log.error({ reason: error instanceof Error ? error.message : "unknown" }, "database not ready");
    return false;
  }
}
