import "server-only";

import { z } from "zod";

import { Currency } from "@/lib/domain/currency";
import { money, parseTypedAmount, type Money } from "@/lib/domain/money";
import { Role } from "@/lib/domain/operator";

import type { VariableProblem } from "./env-variables";
import { httpUrl, text, wholeNumber } from "./env-values";

/** How people get in, for how long, and what they must prove again. */
export type PeopleEnv = {
  /** A provider of OpenID Connect; null where the desk has accounts of its own only. */
  readonly oidc: OidcEnv | null;
  /** Whether people may sign in with a password of the desk's. */
  readonly hasOwnAccounts: boolean;
  /** Of own accounts: a provider has its own rules. */
  readonly secondFactor: "required" | "optional";
  readonly sessionRules: SessionRules;
  readonly stepUp: StepUp;
  readonly signInLock: { readonly failures: number; readonly lockMs: number };
  readonly rates: { readonly perPersonPerMinute: number; readonly perAddressPerMinute: number };
  /** How many reverse proxies stand before the desk and add to x-forwarded-for. */
  readonly trustedProxies: number;
  /** What is kept sealed is sealed under the first, and opened with any. */
  readonly sealingSecrets: readonly string[];
};

export type OidcEnv = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** The claim that holds groups or roles: a name, or a path of names with dots between them. */
  readonly roleClaim: string;
  /** The first whose value the claim holds is the person's role; without one nobody gets in. */
  readonly roles: readonly { readonly role: Role; readonly value: string }[];
  /** The provider's name on the button. */
  readonly name: string;
};

export type SessionRules = {
  /** After so long without a sign of the person the session is locked. */
  readonly idleMs: number;
  /** After so long it is over, however busy. */
  readonly maxAgeMs: number;
  /** So long before it locks, the person is warned. */
  readonly warnMs: number;
};

export type StepUp = {
  /** A proof of who it is counts for so long. */
  readonly afterMs: number;
  /** Up to these nothing is asked; a currency that is not named is always asked about. */
  readonly amounts: readonly Money[];
};

const WARN_MS = 60_000;

const amounts = text.transform((value, context) => {
  const entries = value.split(",");
  const limits = entries.flatMap((entry) => readAmount(entry) ?? []);
  if (limits.length === entries.length) return limits;
  context.addIssue("is not a list such as GTQ:10000.00,USD:1300.00");
  return z.NEVER;
});

function readAmount(entry: string): Money | null {
  const [code, amount = ""] = entry.split(":").map((part) => part.trim());
  const currency = Currency.safeParse(code);
  if (!currency.success) return null;
  const parsed = parseTypedAmount(amount, currency.data);
  return parsed.ok ? parsed.value : null;
}

const roles = text.transform((value, context) => {
  const parsed = value.split(";").map((entry) => {
    const [role, ...rest] = entry.split("=");
    return { role: Role.safeParse(role?.trim()), value: rest.join("=").trim() };
  });
  const known = parsed.flatMap((one) =>
    one.role.success && one.value !== "" ? [{ role: one.role.data, value: one.value }] : [],
  );
  if (known.length === parsed.length) return known;
  context.addIssue("is not a list such as admin=Desk Admins;agent=Desk Agents");
  return z.NEVER;
});

const secrets = text.transform((value, context) => {
  const list = value.split(",").map((secret) => secret.trim());
  if (list.every((secret) => secret.length >= 32)) return list;
  context.addIssue("holds a secret that is shorter than 32 characters");
  return z.NEVER;
});

/** The part of the environment that is about people. */
export const peopleShape = {
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_SCOPE: text.default("openid email profile"),
  OIDC_ROLE_CLAIM: text.default("groups"),
  OIDC_ROLES: roles.default(
    (["admin", "supervisor", "auditor", "agent"] as const).map((role) => ({ role, value: role })),
  ),
  OIDC_NAME: text.optional(),
  DESK_OWN_ACCOUNTS: z.enum(["on", "off"], "is neither on nor off").default("on"),
  DESK_SECOND_FACTOR: z
    .enum(["required", "optional"], "is neither required nor optional")
    .optional(),
  DESK_IDLE_MINUTES: wholeNumber(2, 15).default(15),
  DESK_SESSION_HOURS: wholeNumber(1, 24).default(12),
  DESK_STEP_UP_MINUTES: wholeNumber(1, 60).default(5),
  DESK_STEP_UP_AMOUNTS: amounts.default([
    money(100_000_000n, Currency.parse("GTQ")),
    money(13_000_000n, Currency.parse("USD")),
  ]),
  DESK_SIGN_IN_FAILURES: wholeNumber(3, 10).default(10),
  DESK_SIGN_IN_LOCK_MINUTES: wholeNumber(30, 1_440).default(30),
  DESK_RATE_PER_PERSON: wholeNumber(10, 1_000_000).default(600),
  DESK_RATE_PER_ADDRESS: wholeNumber(10, 1_000_000).default(6_000),
  DESK_TRUSTED_PROXIES: wholeNumber(0, 10).optional(),
  DESK_SEALING_SECRETS: secrets.optional(),
};

const parsedShape = z.object(peopleShape);
type PeopleVariables = z.infer<typeof parsedShape>;

/** What the parsed variables say; `secret` seals where no other secret is named. */
export function readPeople(
  data: PeopleVariables,
  { isSandbox, secret }: { readonly isSandbox: boolean; readonly secret: string },
): PeopleEnv {
  return {
    oidc: oidcOf(data),
    hasOwnAccounts: data.DESK_OWN_ACCOUNTS === "on",
    secondFactor: data.DESK_SECOND_FACTOR ?? (isSandbox ? "optional" : "required"),
    sessionRules: {
      idleMs: data.DESK_IDLE_MINUTES * 60_000,
      maxAgeMs: data.DESK_SESSION_HOURS * 3_600_000,
      warnMs: WARN_MS,
    },
    stepUp: { afterMs: data.DESK_STEP_UP_MINUTES * 60_000, amounts: data.DESK_STEP_UP_AMOUNTS },
    signInLock: {
      failures: data.DESK_SIGN_IN_FAILURES,
      lockMs: data.DESK_SIGN_IN_LOCK_MINUTES * 60_000,
    },
    rates: {
      perPersonPerMinute: data.DESK_RATE_PER_PERSON,
      perAddressPerMinute: data.DESK_RATE_PER_ADDRESS,
    },
    trustedProxies: data.DESK_TRUSTED_PROXIES ?? 0,
    sealingSecrets: data.DESK_SEALING_SECRETS ?? [secret],
  };
}

function oidcOf(data: PeopleVariables): OidcEnv | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    scope: data.OIDC_SCOPE,
    roleClaim: data.OIDC_ROLE_CLAIM,
    roles: data.OIDC_ROLES,
    name: data.OIDC_NAME ?? new URL(issuer).hostname,
  };
}

const PROVIDER = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** What is wrong with the variables together: half a provider, or no way in at all. */
export function peopleProblems(given: ReadonlyMap<string, string>): VariableProblem[] {
  const present = PROVIDER.filter((name) => given.has(name));
  const missing = PROVIDER.filter((name) => !given.has(name));
  const problems: VariableProblem[] =
    present.length === 0
      ? []
      : missing.map((name) => ({ name, complaint: `is not set beside ${present.join(", ")}` }));
  // Something before the desk speaks https. Without a count of it everybody would come from its
  // address, and share one allowance and one lock.
  if (given.get("NEXTAUTH_URL")?.startsWith("https:") && !given.has("DESK_TRUSTED_PROXIES")) {
    problems.push({ name: "DESK_TRUSTED_PROXIES", complaint: "is not set" });
  }
  if (given.get("DESK_OWN_ACCOUNTS") === "off" && present.length === 0) {
    problems.push({
      name: "DESK_OWN_ACCOUNTS",
      complaint: "is off, and without OIDC_ISSUER nobody could sign in",
    });
  }
  return problems;
}
