import { generateKeyPairSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { z } from "zod";

const schema = z.object({
  nextauthSecret: z.string().min(32),
  privateKeyPem: z.string(),
  publicKeyPem: z.string(),
});

/** What a sandbox desk needs to trust its own sandbox; a live desk is given its secrets. */
export type SandboxSecrets = z.infer<typeof schema>;

/** Reads the sandbox's secrets, or makes them at the first start. Only this account can read the file. */
export function sandboxSecrets(dataDir: string): SandboxSecrets {
  const file = path.join(dataDir, "secrets.json");
  if (fs.existsSync(file)) return schema.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const secrets: SandboxSecrets = {
    nextauthSecret: randomBytes(48).toString("base64url"),
    privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
  fs.mkdirSync(dataDir, { recursive: true });
  // A file cut off by a crash would keep every later start from working.
  fs.writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return secrets;
}
