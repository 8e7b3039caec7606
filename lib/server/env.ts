import "server-only";

import { createPrivateKey } from "node:crypto";
import fs from "node:fs";

import { z } from "zod";

import { fail, ok, type Result } from "@/lib/domain/result";
import type { LookSchedule } from "@/lib/domain/settling";

import { describeProblems, type VariableProblem } from "./env-variables";
import { peopleProblems, peopleShape, readPeople, type PeopleEnv } from "./env-people";
import { defaultReasons, parseReasons, type AdjustmentReason } from "./env-reasons";
import { httpUrl, text, wholeNumber } from "./env-values";

/** The desk's whole configuration; nothing else reads the environment. */
export type DeskEnv = {
  readonly issuer: {
    readonly mode: "sandbox" | "live";
    /** Without a slash at its end. */
    readonly url: string;
    readonly applicationId: string;
    readonly merchant: string;
    readonly privateKeyPem: string;
    readonly timeoutMs: number;
    /** Credentials of the desk's own, for looks that nobody asked for. */
    readonly service: { readonly merchant: string; readonly privateKeyPem: string } | null;
  };
  /** How long a sender may be silent before its operation counts as abandoned. */
  readonly leaseMs: number;
  readonly settling: LookSchedule;
  /** So long after an outcome became unknown nothing is sent again, whoever says that it did not arrive. */
  readonly sendAgainAfterMs: number;
  readonly similarWindowMs: number;
  readonly autoStop: AutoStop;
  readonly databaseUrl: string;
  readonly publicUrl: string;
  /** 32 characters or more. */
  readonly secret: string;
  /** An IANA name. */
  readonly timeZone: string;
  readonly port: number;
  readonly reasons: readonly AdjustmentReason[];
  readonly people: PeopleEnv;
};

/** When the desk stops sending by itself: more than this share of enough sends in a window are unknown. */
export type AutoStop = {
  /** 100 is never. */
  readonly sharePercent: number;
  readonly windowMs: number;
  readonly leastSends: number;
};

const privateKey = text.transform((value, context) => {
  const pem = readPem(value);
  if (pem !== undefined && isEd25519(pem)) return pem;
  context.addIssue(
    pem === undefined ? "names a file that cannot be read" : "is not an Ed25519 private key in PEM",
  );
  return z.NEVER;
});
const pauses = text
  .refine((value) => /^\d{1,9}(?:,\d{1,9})*$/.test(value.replaceAll(" ", "")), {
    error: "is not a list of whole numbers with commas between them",
  })
  .transform((value) => value.split(",").map(Number));
const reasons = text.transform((value, context) => {
  const parsed = parseReasons(value);
  if (parsed.ok) return parsed.value;
  context.addIssue(parsed.failure);
  return z.NEVER;
});

const environment = z.object({
  DESK_SANDBOX_URL: httpUrl.optional(),
  MIGO_API_URL: httpUrl.optional(),
  MIGO_APPLICATION_ID: text,
  MIGO_MERCHANT: text,
  MIGO_PRIVATE_KEY: privateKey,
  MIGO_TIMEOUT_MS: wholeNumber(100, 120_000).default(20_000),
  MIGO_SERVICE_MERCHANT: text.optional(),
  MIGO_SERVICE_PRIVATE_KEY: privateKey.optional(),
  DESK_LEASE_MS: wholeNumber(500, 30_000).default(20_000),
  DESK_LOOK_PAUSES_MS: pauses.default([5_000, 15_000, 60_000, 300_000, 600_000, 900_000]),
  DESK_ABSENCE_WINDOW_MS: wholeNumber(1_000, 604_800_000).default(1_800_000),
  DESK_ABSENCE_LOOKS: wholeNumber(2, 100).default(5),
  DESK_SEND_AGAIN_AFTER_MS: wholeNumber(0, 604_800_000).default(300_000),
  DESK_SIMILAR_WINDOW_HOURS: wholeNumber(0, 720).default(24),
  DESK_STOP_SHARE_PERCENT: wholeNumber(1, 100).default(50),
  DESK_STOP_WINDOW_MINUTES: wholeNumber(1, 1_440).default(10),
  DESK_STOP_LEAST_SENDS: wholeNumber(1, 10_000).default(10),
  DATABASE_URL: text.refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
    error: "is not a postgres:// address",
  }),
  NEXTAUTH_URL: httpUrl,
  NEXTAUTH_SECRET: text.refine((value) => value.length >= 32, {
    error: "is shorter than 32 characters",
  }),
  DESK_TIME_ZONE: text
    .refine(isTimeZone, { error: "is not the name of a time zone" })
    .default("America/Guatemala"),
  DESK_REASONS: reasons.default([...defaultReasons]),
  PORT: wholeNumber(1, 65_535).default(3_000),
  SANDBOX_PORT: wholeNumber(0, 65_535).default(0),
  ...peopleShape,
});

/**
 * Reads the configuration out of environment variables; an empty one counts as not set.
 * Fails with every variable that is missing or malformed, not only the first.
 */
export function parseDeskEnv(
  variables: Readonly<Record<string, string | undefined>>,
): Result<DeskEnv, readonly VariableProblem[]> {
  const given = Object.entries(variables).filter(([, value]) => value?.trim());
  const parsed = environment.safeParse(Object.fromEntries(given));
  const problems: VariableProblem[] = (parsed.error?.issues ?? []).map((issue) => ({
    name: String(issue.path[0]),
    complaint: issue.message,
  }));
  const isSandbox = given.some(([name]) => name === "DESK_SANDBOX_URL");
  const isLive = given.some(([name]) => name === "MIGO_API_URL");
  if (!isSandbox && !isLive) problems.unshift({ name: "MIGO_API_URL", complaint: "is not set" });
  // Neither guess is safe: real money without a warning, or a journal of money that never moved.
  if (isSandbox && isLive) {
    problems.unshift({ name: "DESK_SANDBOX_URL", complaint: "is set beside MIGO_API_URL" });
  }
  const has = (sought: string) => given.some(([name]) => name === sought);
  for (const [name, other] of SERVICE_PAIR) {
    if (has(other) && !has(name)) problems.push({ name, complaint: `is not set beside ${other}` });
  }
  problems.push(...peopleProblems(new Map(given.map(([name, value]) => [name, value ?? ""]))));
  if (isLive) problems.push(...inClear(parsed.data ?? {}));
  if (!parsed.success || problems.length > 0) return fail(problems);

  const { data } = parsed;
  return ok({
    issuer: {
      mode: isSandbox ? "sandbox" : "live",
      url: data.DESK_SANDBOX_URL ?? data.MIGO_API_URL ?? "",
      applicationId: data.MIGO_APPLICATION_ID,
      merchant: data.MIGO_MERCHANT,
      privateKeyPem: data.MIGO_PRIVATE_KEY,
      timeoutMs: data.MIGO_TIMEOUT_MS,
      service: serviceOf(data.MIGO_SERVICE_MERCHANT, data.MIGO_SERVICE_PRIVATE_KEY),
    },
    leaseMs: data.DESK_LEASE_MS,
    settling: {
      pausesMs: data.DESK_LOOK_PAUSES_MS,
      absenceWindowMs: data.DESK_ABSENCE_WINDOW_MS,
      absenceLooks: data.DESK_ABSENCE_LOOKS,
    },
    sendAgainAfterMs: data.DESK_SEND_AGAIN_AFTER_MS,
    similarWindowMs: data.DESK_SIMILAR_WINDOW_HOURS * 3_600_000,
    autoStop: {
      sharePercent: data.DESK_STOP_SHARE_PERCENT,
      windowMs: data.DESK_STOP_WINDOW_MINUTES * 60_000,
      leastSends: data.DESK_STOP_LEAST_SENDS,
    },
    databaseUrl: data.DATABASE_URL,
    publicUrl: data.NEXTAUTH_URL,
    secret: data.NEXTAUTH_SECRET,
    timeZone: data.DESK_TIME_ZONE,
    port: data.PORT,
    reasons: data.DESK_REASONS,
    people: readPeople(data, { isSandbox, secret: data.NEXTAUTH_SECRET }),
  });
}

const SERVICE_PAIR = [
  ["MIGO_SERVICE_MERCHANT", "MIGO_SERVICE_PRIVATE_KEY"],
  ["MIGO_SERVICE_PRIVATE_KEY", "MIGO_SERVICE_MERCHANT"],
] as const;

function serviceOf(merchant: string | undefined, privateKeyPem: string | undefined) {
  return merchant === undefined || privateKeyPem === undefined ? null : { merchant, privateKeyPem };
}

/** Tokens, passwords and money do not travel in clear text, except within one machine. */
function inClear(live: {
  MIGO_API_URL?: string | undefined;
  NEXTAUTH_URL?: string;
  OIDC_ISSUER?: string | undefined;
}) {
  const { MIGO_API_URL, NEXTAUTH_URL, OIDC_ISSUER } = live;
  const addresses = { MIGO_API_URL, NEXTAUTH_URL, OIDC_ISSUER };
  return Object.entries(addresses).flatMap(([name, value]): VariableProblem[] => {
    if (value === undefined) return [];
    const { protocol, hostname } = new URL(value);
    const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
    return protocol === "https:" || isLocal ? [] : [{ name, complaint: "is not an https address" }];
  });
}

declare global {
  // Next instantiates a module once per layer: a memo in the module would be several.
  var fundsDeskEnv: DeskEnv | undefined;
}

/** The configuration of this process, read once. Throws an Error that says what is wrong with it. */
export function deskEnv(): DeskEnv {
  globalThis.fundsDeskEnv ??= readOwnEnvironment();
  return globalThis.fundsDeskEnv;
}

function readOwnEnvironment(): DeskEnv {
  const parsed = parseDeskEnv(process.env);
  if (parsed.ok) return parsed.value;
  throw new Error(`The desk is not configured.\n${describeProblems(parsed.failure)}`);
}

/** Reads the key itself or the file it names. Where a variable holds one line only, line ends are written as \n. */
function readPem(value: string): string | undefined {
  if (value.includes("-----BEGIN")) return value.replaceAll("\\n", "\n");
  try {
    return fs.readFileSync(value, "utf8");
  } catch {
    // The caller names the variable; why a file cannot be read may show its path, which may be a mistyped key.
    return undefined;
  }
}

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "ed25519";
  } catch {
    // OpenSSL's own words would not help, and the value must not be shown.
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    // Intl has no other way to ask.
    return false;
  }
}
