// Adds a person with a second factor to the desk of a browser test, by the desk's own functions: the seal of the secret
// cannot be made by a test. Prints what the person would have noted down. Run by e2e/launcher/enrolled.ts.
import { Secret, TOTP } from "otpauth";

import { now } from "@/lib/server/clock";
import { makeRecoveryCodes } from "@/lib/server/auth/recovery-codes";
import { confirmTotp, keepTotpSecret, newTotpSecret } from "@/lib/server/auth/totp";
import { connect } from "@/lib/server/db/connect";
import { addOperator } from "@/lib/server/operators/manage-operators";

import { ownEnvironment } from "../own-environment";

const { DATABASE_URL: databaseUrl = "", NEXTAUTH_SECRET: secret = "" } = ownEnvironment();
const [email = "", password = ""] = process.argv.slice(2);
const db = connect(databaseUrl, 1);
const desk = { db, now, secret, sealingSecrets: [secret] };
try {
  const added = await addOperator(db, { email, name: "Eva Coded", role: "agent", password });
  if (!added.ok) throw new Error(`${email} could not be added: ${added.failure.kind}.`);
  const { id } = added.value;
  const totpSecret = newTotpSecret();
  await keepTotpSecret(desk, id, totpSecret);
  const code = new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate();
  if (!(await confirmTotp(desk, id, code))) throw new Error("The first code was not taken.");
  // The test signs in within the same half minute, with the code that was just used up.
  await db.updateTable("operators").set({ totp_last_step: null }).where("id", "=", id).execute();
  const recoveryCodes = await makeRecoveryCodes(desk, db, id);
  process.stdout.write(JSON.stringify({ secret: totpSecret, recoveryCodes }));
} finally {
  await db.destroy();
}
