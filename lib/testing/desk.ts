import { generateKeyPairSync, randomUUID } from "node:crypto";
import { env } from "node:process";

import { allCurrencies } from "@/lib/domain/currency";
import { OperationId, OperatorId, SessionId } from "@/lib/domain/ids";
import { money } from "@/lib/domain/money";
import type { OperationForm } from "@/lib/domain/operation";
import type { Role } from "@/lib/domain/operator";
import type { StartOptions, Sandbox } from "@/lib/sandbox/server";
import { startSandbox } from "@/lib/sandbox/server";
import type { Database } from "@/lib/server/db/connect";
import { freshDatabase } from "@/lib/server/db/testing";
import type { Actor, Desk, Origin } from "@/lib/server/desk";

/** Test helpers: a desk with a database and a clock of its own, signed-in people, and filled-in forms. */

const keys = generateKeyPairSync("ed25519");
const MERCHANT = "sandbox-merchant";
const SECRET = "a secret of the tests that is long enough";
const YEAR_MS = 365 * 24 * 3_600_000;
const LARGE_AMOUNTS = allCurrencies().map((currency) => money(10n ** 16n, currency));

/** Where the requests of tests come from. */
export const SOMEWHERE: Origin = {
  address: "192.0.2.1",
  userAgent: "Tests",
  requestId: randomUUID(),
};

export interface TestClock {
  now(): Date;
  /** Moves the clock on; nothing waits. */
  advance(ms: number): void;
  set(iso: string): void;
}

/** A clock that stands still until it is told otherwise. */
export function stoppedClock(iso: string): TestClock {
  let ms = Date.parse(iso);
  return {
    now: () => new Date(ms),
    advance(by) {
      ms += by;
    },
    set(to) {
      ms = Date.parse(to);
    },
  };
}

export interface TestDesk {
  readonly desk: Desk;
  readonly db: Database;
  readonly databaseUrl: string;
  readonly clock: TestClock;
  /** A new person of this role with a session of their own. */
  signedIn(role: Role, name?: string): Promise<Actor>;
  close(): Promise<void>;
}

/** A desk over a fresh database that talks to the issuer at `issuerUrl`. */
export async function startTestDesk(
  issuerUrl: string,
  { iso = "2026-04-18T16:00:00Z", timeoutMs = 10_000 } = {},
): Promise<TestDesk> {
  const serverUrl = env["TEST_DATABASE_URL"];
  if (serverUrl === undefined) throw new Error("TEST_DATABASE_URL is not set; run through vitest.");
  const { db, url, drop } = await freshDatabase(serverUrl);
  const clock = stoppedClock(iso);
  const desk: Desk = {
    db,
    issuer: {
      mode: "sandbox",
      url: issuerUrl,
      applicationId: "test-desk",
      merchant: MERCHANT,
      privateKeyPem: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      timeoutMs,
      service: null,
    },
    leaseMs: 20_000,
    settling: {
      pausesMs: [5_000, 15_000, 60_000],
      absenceWindowMs: 1_800_000,
      absenceLooks: 5,
    },
    sendAgainAfterMs: 0,
    similarWindowMs: 0,
    autoStop: { sharePercent: 100, windowMs: 600_000, leastSends: 10 },
    secret: SECRET,
    oidc: null,
    hasOwnAccounts: true,
    secondFactor: "optional",
    sessionRules: { idleMs: 900_000, maxAgeMs: 43_200_000, warnMs: 60_000 },
    // So long and so large that no test meets it unless it means to.
    stepUp: { afterMs: YEAR_MS, amounts: LARGE_AMOUNTS },
    signInLock: { failures: 10, lockMs: 1_800_000 },
    rates: { perPersonPerMinute: 1_000_000, perAddressPerMinute: 1_000_000 },
    trustedProxies: 0,
    sealingSecrets: [SECRET],
    timeZone: "America/Guatemala",
    reasons: [
      { code: "goodwill", en: "Goodwill", es: "Cortesía" },
      { code: "dispute", en: "Dispute", es: "Disputa" },
    ],
    now: () => clock.now(),
  };
  return {
    desk,
    db,
    databaseUrl: url,
    clock,
    signedIn: (role, name = `Test ${role}`) => signIn(desk, role, name),
    close: drop,
  };
}

async function signIn(desk: Desk, role: Role, name: string): Promise<Actor> {
  const operatorId = OperatorId.parse(randomUUID());
  const email = `${operatorId}@desk.test`;
  const now = desk.now();
  await desk.db
    .insertInto("operators")
    .values({
      id: operatorId,
      email,
      name,
      role,
      password_hash: "no password",
      created_at: now,
    })
    .execute();
  const operator = { id: operatorId, email, name, role };
  return {
    operator,
    sessionId: await newSession(desk, { operator }),
    ...SOMEWHERE,
    requestId: randomUUID(),
    generation: 0,
    provenAt: now,
    proofMethod: "password",
  };
}

/** Another session of this person, opened now. */
export async function newSession(
  desk: Desk,
  { operator }: Pick<Actor, "operator">,
  { address, userAgent }: Partial<Origin> = {},
): Promise<SessionId> {
  const sessionId = SessionId.parse(randomUUID());
  const now = desk.now();
  await desk.db
    .insertInto("sessions")
    .values({
      id: sessionId,
      operator_id: operator.id,
      created_at: now,
      // Tests go through days; what ends after hours is tested where it is opened.
      expires_at: new Date(now.getTime() + YEAR_MS),
      last_seen_at: now,
      proven_at: now,
      address: address ?? SOMEWHERE.address,
      user_agent: userAgent ?? SOMEWHERE.userAgent,
    })
    .execute();
  return sessionId;
}

export interface DeskWithSandbox extends TestDesk {
  readonly sandbox: Sandbox;
}

/**
 * A desk and the sandbox issuer over one fresh database, in this process and on one clock; `switches`
 * overrides any option of the sandbox.
 */
export async function startDeskWithSandbox(
  switches: Partial<StartOptions> = {},
  options: { iso?: string; timeoutMs?: number } = {},
): Promise<DeskWithSandbox> {
  const started = await startTestDesk("http://127.0.0.1:9", options);
  const sandbox = await startSandbox({
    databaseUrl: started.databaseUrl,
    publicKey: keys.publicKey.export({ type: "spki", format: "pem" }).toString(),
    merchant: MERCHANT,
    seed: "small",
    // Longer than any test waits: what is slow here ends as a timeout of the desk.
    slowAnswerMs: 60_000,
    now: () => started.clock.now(),
    ...switches,
  });
  return {
    ...started,
    desk: { ...started.desk, issuer: { ...started.desk.issuer, url: sandbox.url } },
    sandbox,
    async close() {
      await sandbox.close();
      await started.close();
    },
  };
}

/** The id that a browser makes when a form opens. */
export function newOperationId(): OperationId {
  // A UUIDv4 with the version of a v7: the schema looks at the version, nothing at the time in it.
  return OperationId.parse(randomUUID().replace(/^(.{14})4/, "$17"));
}

let references = 0;

/** A reference that no other test of this file uses; `mark` may hold a sentinel of the sandbox. */
export function newReference(mark = "TEST"): string {
  references += 1;
  return `${mark}-${references}-${randomUUID().slice(0, 6)}`;
}

/** The form as a person fills it in for a channel operation. */
export function channelForm(changes: Partial<OperationForm> = {}): OperationForm {
  return {
    mode: "channel",
    direction: "ADD_FUNDS",
    amount: "100.00",
    currency: "GTQ",
    reference: newReference(),
    channel: "MOBILE",
    otherChannel: "",
    description: "Recarga",
    customKeys: [],
    observations: "",
    reasonCode: "",
    ...changes,
  };
}

/** The form as a person fills it in for an adjustment. */
export function adjustmentForm(changes: Partial<OperationForm> = {}): OperationForm {
  return channelForm({
    mode: "adjustment",
    channel: "",
    description: "",
    observations: "Corrección pedida por la persona",
    reasonCode: "goodwill",
    ...changes,
  });
}

/** What the browser sends: the form, with an id and a card. */
export function submission(
  form: OperationForm,
  {
    cardId = "12345",
    operationId = newOperationId(),
  }: { cardId?: string; operationId?: string } = {},
) {
  return { operationId, cardId, balanceSeen: null, form };
}
