import * as z from "zod/mini";

/** Where the browser goes next, or why it stays. */
export type AuthReply =
  | { readonly kind: "go"; readonly url: string }
  | { readonly kind: "refused"; readonly why: AuthFailure };

/** `code`: the password was right, and a code is missing beside it. */
export type AuthFailure = "refused" | "code" | "too-many" | "unavailable";

const Token = z.object({ csrfToken: z.string() });
const Gone = z.object({ url: z.string() });
const Failed = z.object({ failure: z.enum(["refused", "code", "too-many"]) });

/**
 * Posts a form to an address below /api/auth, with the token that shows that it comes from a page of
 * ours. Ours instead of next-auth's own client: that asks for more addresses than the desk has.
 */
export async function askAuth(
  path: "callback/credentials" | "signin/oidc" | "signout",
  fields: Readonly<Record<string, string>>,
): Promise<AuthReply> {
  try {
    const { csrfToken } = Token.parse(await (await fetch("/api/auth/csrf")).json());
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    const reply: unknown = await (
      await fetch(`/api/auth/${path}`, { method: "POST", body })
    ).json();
    const gone = Gone.safeParse(reply);
    if (gone.success) return { kind: "go", url: gone.data.url };
    const failed = Failed.safeParse(reply);
    return { kind: "refused", why: failed.success ? failed.data.failure : "unavailable" };
  } catch {
    // The desk cannot be reached, or answers with what is no JSON of ours.
    return { kind: "refused", why: "unavailable" };
  }
}
