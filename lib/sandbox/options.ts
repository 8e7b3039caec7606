import { z } from "zod";

/**
 * Everything that can be set. What the contract leaves open is a switch, so that a client can be
 * tried against each reading; the defaults are the readings that are hardest on a client.
 */
export const SandboxOptions = z.strictObject({
  databaseUrl: z.string().min(1),
  /** Ed25519 public key, PEM. It verifies the signature of `POST /auth/login`. */
  publicKey: z.string().min(1),
  merchant: z.string().min(1),
  /** 0 takes any free port. */
  port: z.number().int().min(0).max(65_535).default(0),
  /** `small` keeps the same cards but a hundredth of the two long months; used by tests. */
  seed: z.enum(["full", "small"]).default("full"),
  envelope: z.enum(["A", "B"]).default("B"),
  applicationId: z.enum(["optional", "required"]).default("optional"),
  duplicateReference: z.enum(["accept", "reject", "replay"]).default("accept"),
  monthZone: z.enum(["UTC", "America/Guatemala"]).default("UTC"),
  feedShape: z.enum(["array", "page"]).default("array"),
  /** Rows of one page when `feedShape` is `page`; 0 puts the whole month into one page. */
  feedPageLimit: z.number().int().min(0).max(100_000).default(0),
  feedReference: z.enum(["with", "without"]).default("with"),
  cardReading: z.enum(["on", "off"]).default("on"),
  insufficientFundsStatus: z.number().int().min(400).max(599).default(400),
  fundsStatus: z.number().int().min(200).max(201).default(200),
  slowAnswerMs: z.number().int().min(0).default(40_000),
  accessTokenSeconds: z.number().int().min(1).default(1_800),
  refreshTokenSeconds: z.number().int().min(1).default(604_800),
});
export type SandboxOptions = z.infer<typeof SandboxOptions>;

/** The environment variable behind each option, read by main.ts and listed in the README. */
export const OPTION_VARIABLES = {
  databaseUrl: "DATABASE_URL",
  publicKey: "SANDBOX_PUBLIC_KEY",
  merchant: "SANDBOX_MERCHANT",
  port: "SANDBOX_PORT",
  seed: "SANDBOX_SEED",
  envelope: "SANDBOX_ENVELOPE",
  applicationId: "SANDBOX_APPLICATION_ID",
  duplicateReference: "SANDBOX_DUPLICATE_REFERENCE",
  monthZone: "SANDBOX_MONTH_ZONE",
  feedShape: "SANDBOX_FEED_SHAPE",
  feedPageLimit: "SANDBOX_FEED_PAGE_LIMIT",
  feedReference: "SANDBOX_FEED_REFERENCE",
  cardReading: "SANDBOX_CARD_READING",
  insufficientFundsStatus: "SANDBOX_INSUFFICIENT_FUNDS_STATUS",
  fundsStatus: "SANDBOX_FUNDS_STATUS",
  slowAnswerMs: "SANDBOX_SLOW_ANSWER_MS",
  accessTokenSeconds: "SANDBOX_ACCESS_TOKEN_SECONDS",
  refreshTokenSeconds: "SANDBOX_REFRESH_TOKEN_SECONDS",
} as const satisfies Record<keyof SandboxOptions, string>;

/**
 * The options as environment variables give them. An empty variable counts as not set. Throws an
 * `Error` that names every variable that is missing or malformed.
 */
export function optionsFromEnvironment(env: Record<string, string | undefined>): SandboxOptions {
  const given = Object.entries(OPTION_VARIABLES).flatMap(([option, variable]) => {
    const value = env[variable];
    return value === undefined || value === ""
      ? []
      : [[option, readVariable(option, value)] as const];
  });
  const parsed = SandboxOptions.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const names: Record<string, string> = OPTION_VARIABLES;
  const problems = parsed.error.issues.map(({ path, message }) => {
    const option = String(path[0]);
    return `${names[option] ?? option}: ${message}`;
  });
  throw new Error(`The sandbox cannot start. ${problems.join("; ")}`);
}

const NUMBER_OPTIONS: ReadonlySet<string> = new Set<keyof SandboxOptions>([
  "port",
  "feedPageLimit",
  "insufficientFundsStatus",
  "fundsStatus",
  "slowAnswerMs",
  "accessTokenSeconds",
  "refreshTokenSeconds",
]);

/** Text that is no number stays text, so that the schema names the variable. */
function readVariable(option: string, value: string): string | number {
  return NUMBER_OPTIONS.has(option) && /^\d{1,9}$/.test(value) ? Number(value) : value;
}
