import type { Role } from "@/lib/domain/operator";
import type { Desk } from "@/lib/server/desk";
import type { Vouched } from "@/lib/server/auth/provider-sign-in";

/** Test helpers: a desk that knows a provider, and what that provider says of people. */

export const PROVIDER = "https://id.example";
const ROLES: readonly { role: Role; value: string }[] = [
  { role: "admin", value: "Admins" },
  { role: "agent", value: "Agents" },
];

/** The desk with a provider whose groups Admins and Agents are roles. */
export function withProvider(desk: Desk): Desk {
  return {
    ...desk,
    oidc: {
      issuer: PROVIDER,
      clientId: "desk",
      clientSecret: "secret",
      scope: "openid",
      roleClaim: "groups",
      roles: ROLES,
      name: "Acme",
    },
  };
}

/** What the provider says of this person, an agent unless the changes say otherwise. */
export function vouchedFor(sub: string, changes: Record<string, unknown> = {}): Vouched {
  return {
    claims: {
      iss: PROVIDER,
      sub,
      email: `${sub}@acme.example`,
      name: "Ana of Acme",
      groups: ["Agents"],
      ...changes,
    },
    idToken: "a.b.c",
    endSessionUrl: `${PROVIDER}/bye?keep=1`,
  };
}
