import "server-only";

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret text sealed with AES-256-GCM, and the id of the key that opens it. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Buffer;
}

/**
 * Seals `text` under a key derived from `secret`. `boundTo` (the session's id) is authenticated with
 * it, so that a sealed token copied to another row does not open there.
 */
export function seal(text: string, secret: string, boundTo: string): Sealed {
  const key = keyFrom(secret);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { keyId: keyIdOf(key), bytes: Buffer.concat([iv, cipher.getAuthTag(), body]) };
}

/** The text of `sealed`, or null when it was sealed under another key, for another row, or altered. */
export function unseal(sealed: Sealed, secret: string, boundTo: string): string | null {
  const key = keyFrom(secret);
  if (sealed.keyId !== keyIdOf(key)) return null;
  const iv = sealed.bytes.subarray(0, IV_BYTES);
  const tag = sealed.bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(tag);
    const body = decipher.update(sealed.bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString("utf8");
  } catch {
    // GCM answers every alteration with an error, a row cut short with another: the row is worthless, a new login is due.
    return null;
  }
}

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "funds-desk issuer tokens", 32));
}

function keyIdOf(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 12);
}
