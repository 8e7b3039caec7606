import * as z from "zod/mini";

/** Why somebody stands at the sign-in page again; each has its words. */
export const SignInProblem = z.enum([
  /** One for a wrong address, password or code, and for accounts that are locked or shut out. */
  "wrong",
  "too-many",
  "unavailable",
  "provider-unreachable",
  /** It did not vouch for anybody, or not in the way that we can check. */
  "provider-refused",
  "no-role",
  "disabled",
  "dormant",
  "no-address",
  /** The provider asked nobody, or too long ago. */
  "not-fresh",
]);
export type SignInProblem = z.infer<typeof SignInProblem>;

/** What next-auth calls its problems in the addresses that it sends people to. */
const OF_LIBRARY: ReadonlyMap<string, SignInProblem> = new Map([
  ["OAuthSignin", "provider-unreachable"],
  ["OAuthCallback", "provider-refused"],
  ["Callback", "provider-refused"],
  ["AccessDenied", "provider-refused"],
]);

/** The problem that an address names; null for none, and for what it makes no sense to show. */
export function signInProblemOf(named: unknown): SignInProblem | null {
  if (typeof named !== "string") return null;
  const known = SignInProblem.safeParse(named);
  return known.success ? known.data : (OF_LIBRARY.get(named) ?? null);
}
