import "server-only";

import { now } from "../clock";
import { connect } from "../db/connect";
import { DEMO_OPERATORS, DEMO_PASSWORD } from "./demo";
import { insertOperator, listOperators } from "./manage-operators";

/**
 * Adds the demo people that are not there yet, and lets in again whom ninety days have shut out: nobody
 * could enable them but one of themselves. Only a sandbox start calls this.
 */
export async function seedDemoOperators(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, 2);
  try {
    const present = new Set((await listOperators(db)).map((operator) => operator.email));
    for (const person of DEMO_OPERATORS) {
      if (!present.has(person.email))
        await insertOperator(db, { ...person, password: DEMO_PASSWORD });
    }
    await db
      .updateTable("operators")
      .set({ enabled_at: now() })
      .where(
        "email",
        "in",
        DEMO_OPERATORS.map(({ email }) => email),
      )
      .where("provider_subject", "is", null)
      .execute();
  } finally {
    await db.destroy();
  }
}
