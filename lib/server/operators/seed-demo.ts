import "server-only";

import { connect } from "../db/connect";
import { DEMO_OPERATORS, DEMO_PASSWORD } from "./demo";
import { insertOperator, listOperators } from "./manage-operators";

/** Adds the demo people that are not there yet. Only a sandbox start calls this. */
export async function seedDemoOperators(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, 2);
  try {
    const present = new Set((await listOperators(db)).map((operator) => operator.email));
    for (const person of DEMO_OPERATORS) {
      if (!present.has(person.email))
        await insertOperator(db, { ...person, password: DEMO_PASSWORD });
    }
  } finally {
    await db.destroy();
  }
}
