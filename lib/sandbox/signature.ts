import { createPublicKey, verify } from "node:crypto";

/**
 * DOC: the login carries an Ed25519 signature in base64. ASSUMED: what is signed is the merchant's slug
 * as UTF-8 and nothing else. The issuer's recipe could not be read; it goes here when it is known.
 */
export function isSignedBy(publicKeyPem: string, merchant: string, signature: string): boolean {
  const bytes = Buffer.from(signature, "base64");
  return verify(null, Buffer.from(merchant, "utf8"), createPublicKey(publicKeyPem), bytes);
}
