import "server-only";

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What is sealed. Each has keys of its own, so that a value of one kind never opens as another. */
export type SealPurpose = "issuer tokens" | "second factor" | "id token";

/** The keys of a seal: the first secret seals, each of them opens what it has sealed. */
export interface SealKeys {
  readonly purpose: SealPurpose;
  readonly secrets: readonly string[];
}

/** A secret text sealed with AES-256-GCM, and the id of the key that opens it. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Buffer;
}

/**
 * Seals `text` under a key derived from the first secret. `boundTo` (the id of the row) is
 * authenticated with it, so that a sealed value copied to another row does not open there.
 */
export function seal(text: string, { purpose, secrets }: SealKeys, boundTo: string): Sealed {
  const [first] = secrets;
  if (first === undefined) throw new Error("There is no secret to seal with.");
  const key = keyFrom(first, purpose);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { keyId: keyIdOf(key), bytes: Buffer.concat([iv, cipher.getAuthTag(), body]) };
}

/** The text of `sealed`, or null when it was sealed under another key, for another row, or altered. */
export function unseal(
  sealed: Sealed,
  { purpose, secrets }: SealKeys,
  boundTo: string,
): string | null {
  const key = secrets
    .map((secret) => keyFrom(secret, purpose))
    .find((one) => keyIdOf(one) === sealed.keyId);
  return key === undefined ? null : open(sealed.bytes, key, boundTo);
}

/** Whether it was sealed under the key that seals now: what was not has to be sealed anew some day. */
export function isCurrent(keyId: string, { purpose, secrets: [first] }: SealKeys): boolean {
  return first !== undefined && keyIdOf(keyFrom(first, purpose)) === keyId;
}

function open(bytes: Buffer, key: Buffer, boundTo: string): string | null {
  const iv = bytes.subarray(0, IV_BYTES);
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(tag);
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString("utf8");
  } catch {
    // GCM answers every alteration with an error, a row cut short with another: what it held is lost.
    return null;
  }
}

function keyFrom(secret: string, purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `funds-desk ${purpose}`, 32));
}

function keyIdOf(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 12);
}
