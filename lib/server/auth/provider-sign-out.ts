import "server-only";

import { z } from "zod";

import type { SessionId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { seal, unseal } from "../seal";
import type { SealKeys } from "../seal";
import type { Vouched } from "./provider-sign-in";

/** What it takes to sign somebody out at the provider as well. */
const Goodbye = z.object({ url: z.url(), idToken: z.string() });

/** Seals it for the session's row; nothing where the provider does not sign people out. */
export function sealGoodbye(
  desk: Pick<Desk, "sealingSecrets">,
  sessionId: SessionId,
  { idToken, endSessionUrl: url }: Vouched,
): { readonly idTokenKeyId: string | null; readonly idTokenSealed: Buffer | null } {
  if (idToken === null || url === null) return { idTokenKeyId: null, idTokenSealed: null };
  const { keyId, bytes } = seal(JSON.stringify({ url, idToken }), keysOf(desk), sessionId);
  return { idTokenKeyId: keyId, idTokenSealed: bytes };
}

/**
 * Where a browser goes to be signed out at the provider too, and comes back from to `backTo`, which
 * the provider has to know. Null for a session that did not come from one.
 */
export async function providerSignOutUrl(
  desk: Pick<Desk, "db" | "sealingSecrets" | "oidc">,
  sessionId: SessionId,
  { backTo, state }: { readonly backTo: string; readonly state: string },
): Promise<string | null> {
  const row = await desk.db
    .selectFrom("sessions")
    .select(["id_token_key_id", "id_token_sealed"])
    .where("id", "=", sessionId)
    .executeTakeFirst();
  if (row === undefined || row.id_token_key_id === null || row.id_token_sealed === null)
    return null;
  const sealed = { keyId: row.id_token_key_id, bytes: row.id_token_sealed };
  const text = unseal(sealed, keysOf(desk), sessionId);
  // Sealed under a secret that was taken away: the person is signed out here, and there by themselves.
  if (text === null) return null;
  const { url, idToken } = Goodbye.parse(JSON.parse(text));
  const there = new URL(url);
  there.searchParams.set("id_token_hint", idToken);
  if (desk.oidc !== null) there.searchParams.set("client_id", desk.oidc.clientId);
  there.searchParams.set("post_logout_redirect_uri", backTo);
  there.searchParams.set("state", state);
  return there.href;
}

function keysOf({ sealingSecrets }: Pick<Desk, "sealingSecrets">): SealKeys {
  return { purpose: "id token", secrets: sealingSecrets };
}
