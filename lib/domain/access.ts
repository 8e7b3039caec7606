import * as z from "zod/mini";

import { Role } from "./operator";

const TextOrNull = z.nullable(z.string());

/** By what a person proved to be themselves: a password alone, a code of the second factor as well, or their provider. */
export const ProofMethod = z.enum(["password", "code", "provider"]);
export type ProofMethod = z.infer<typeof ProofMethod>;

/** How a session came to its end. */
export const SessionEnd = z.enum([
  "signed-out",
  "ended-by-person",
  "ended-by-admin",
  "disabled",
  "role-lost",
  "password-changed",
  "second-factor-changed",
  "provider-signed-out",
  "replaced",
]);
export type SessionEnd = z.infer<typeof SessionEnd>;

/** Why somebody was not let in. Who it was is told apart here only: the person at the door gets one answer for all. */
export const SignInRefusal = z.enum([
  "unknown-account",
  "wrong-password",
  "wrong-code",
  "locked",
  "disabled",
  "dormant",
  "no-role",
  "no-address",
  /** The provider asked nobody, or too long ago. */
  "not-fresh",
  "no-own-accounts",
]);
export type SignInRefusal = z.infer<typeof SignInRefusal>;

/** One entry of the journal about who got in, what they looked at, and what they were denied. */
export const AccessEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("session.opened"), method: ProofMethod }),
  z.object({ kind: z.literal("session.refused"), cause: SignInRefusal }),
  /** The password was right, and a code was asked for; what came of it is another entry, or none. */
  z.object({ kind: z.literal("session.code-asked") }),
  /** Too many failures: until when nobody signs in to this account. */
  z.object({ kind: z.literal("account.locked"), until: z.string() }),
  /** Before its time: an administrator, or whoever has the database, let it be tried again. */
  z.object({ kind: z.literal("account.unlocked") }),
  z.object({ kind: z.literal("session.locked"), how: z.enum(["idle", "by-hand"]) }),
  z.object({ kind: z.literal("session.unlocked"), method: ProofMethod }),
  z.object({ kind: z.literal("session.ended"), how: SessionEnd }),
  /** The second factor, or a fresh sign-in, before something that takes it. */
  z.object({ kind: z.literal("proof.given"), method: ProofMethod }),
  z.object({ kind: z.literal("proof.refused"), method: ProofMethod }),
  z.object({ kind: z.literal("operator.created"), role: Role, by: z.enum(["person", "provider"]) }),
  z.object({ kind: z.literal("operator.role-changed"), from: Role, to: Role, reason: TextOrNull }),
  z.object({ kind: z.literal("operator.disabled"), reason: TextOrNull }),
  z.object({ kind: z.literal("operator.enabled"), reason: TextOrNull }),
  z.object({ kind: z.literal("password.changed"), by: z.enum(["person", "admin"]) }),
  z.object({ kind: z.literal("second-factor.set") }),
  z.object({ kind: z.literal("second-factor.removed"), by: z.enum(["person", "admin"]) }),
  z.object({ kind: z.literal("recovery-codes.made") }),
  z.object({ kind: z.literal("recovery-code.used"), left: z.int() }),
  /** All that is sealed was sealed under a new secret; what no secret opens stayed as it was. */
  z.object({ kind: z.literal("secrets.resealed"), anew: z.int(), unreadable: z.int() }),
  /** What a person looked at. `what` names the page, never what was typed to find it. */
  z.object({
    kind: z.literal("card.read"),
    what: z.enum(["card", "movements", "notes", "operation"]),
    month: TextOrNull,
    /** In here and not as what the entry is about: an operation's entries are its own story. */
    operationId: TextOrNull,
  }),
  z.object({ kind: z.literal("list.read"), list: z.string(), filters: z.array(z.string()) }),
  z.object({
    kind: z.literal("exported"),
    what: z.string(),
    filters: z.array(z.string()),
    rows: z.int(),
  }),
  z.object({
    kind: z.literal("access.denied"),
    permission: z.string(),
    /** The action's name, or the address without what is different in each. */
    door: z._default(z.string(), ""),
    /** The ids that it was asked with. */
    objects: z._default(z.record(z.string(), z.string()), {}),
  }),
  /** A request that no page of ours makes: a foreign origin, an oversized body, too many at once. */
  z.object({ kind: z.literal("request.refused"), cause: z.string(), path: z.string() }),
]);
export type AccessEvent = z.infer<typeof AccessEvent>;
