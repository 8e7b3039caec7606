import "server-only";

import { peopleVariables } from "./env-people-variables";

/** What a person must know to set a variable: shown when it is missing or malformed, and in `.env.example`. */
export type Variable = {
  readonly purpose: string;
  readonly example: string;
  /** Whether a live desk refuses to start without it. */
  readonly neededLive?: true;
  /** Whether its value must never be shown. */
  readonly secret?: true;
};

/** Every variable that a person may set, in the order of `.env.example`. */
export const deskVariables = {
  MIGO_API_URL: {
    purpose:
      "The issuer's API. Set: the desk is live and moves real money. Not set: it runs on the sandbox.",
    example: "https://issuer.example/rest",
  },
  MIGO_APPLICATION_ID: {
    purpose: "The id of this application at the issuer, sent as x-application-id.",
    example: "desk-gt",
    neededLive: true,
  },
  MIGO_MERCHANT: {
    purpose: "The merchant that signs in at the issuer.",
    example: "acme-gt",
    neededLive: true,
  },
  MIGO_PRIVATE_KEY: {
    purpose: "The merchant's Ed25519 private key: PEM text, or the path of a PEM file.",
    example: "/run/secrets/migo-ed25519.pem",
    neededLive: true,
    secret: true,
  },
  MIGO_SERVICE_MERCHANT: {
    purpose:
      "A merchant of the desk's own, to look into unknown outcomes while nobody has them open.",
    example: "acme-gt-service",
  },
  MIGO_SERVICE_PRIVATE_KEY: {
    purpose: "That merchant's Ed25519 private key: PEM text, or the path of a PEM file.",
    example: "/run/secrets/migo-service-ed25519.pem",
    secret: true,
  },
  MIGO_TIMEOUT_MS: {
    purpose:
      "How long the desk waits for an answer of the issuer, in milliseconds (100 to 120000).",
    example: "20000",
  },
  DATABASE_URL: {
    purpose: "A PostgreSQL server of your own. Not set: the desk starts one in DESK_DATA_DIR.",
    example: "postgres://desk:password@db.example:5432/desk",
    secret: true,
  },
  NEXTAUTH_URL: {
    purpose: "The address under which people open the desk.",
    example: "https://desk.example",
    neededLive: true,
  },
  NEXTAUTH_SECRET: {
    purpose: "Seals the sessions and the issuer's tokens: 32 characters or more.",
    // Too short to be taken by mistake.
    example: "<openssl rand -base64 48>",
    neededLive: true,
    secret: true,
  },
  ...peopleVariables,
  DESK_TIME_ZONE: {
    purpose: "The time zone in which the desk's months begin and its times are shown.",
    example: "America/Guatemala",
  },
  DESK_REASONS: {
    purpose: "The reasons for an adjustment, as code:English:Español separated by semicolons.",
    example:
      "fee-refund:Fee refund:Devolución de comisión;goodwill:Goodwill credit:Abono de cortesía",
  },
  DESK_SIMILAR_WINDOW_HOURS: {
    purpose: "How far back a similar operation on the card asks for a reason to go on; 0 is never.",
    example: "24",
  },
  DESK_LOOK_PAUSES_MS: {
    purpose:
      "The pauses before each look for an unknown operation, in milliseconds; the last one repeats.",
    example: "5000,15000,60000,300000,600000,900000",
  },
  DESK_ABSENCE_WINDOW_MS: {
    purpose: "How long an operation must be missing at the issuer before that counts as proven.",
    example: "1800000",
  },
  DESK_ABSENCE_LOOKS: {
    purpose: "How many looks without it that proof takes at least.",
    example: "5",
  },
  DESK_SEND_AGAIN_AFTER_MS: {
    purpose:
      "How long an unknown operation that was settled by hand as not applied cannot be sent again.",
    example: "300000",
  },
  DESK_LEASE_MS: {
    purpose: "How long a sender may be silent before its operation counts as abandoned.",
    example: "20000",
  },
  DESK_STOP_SHARE_PERCENT: {
    purpose:
      "The desk stops sending when more than this share of its sends is unknown; 100: never.",
    example: "50",
  },
  DESK_STOP_WINDOW_MINUTES: {
    purpose: "The window in which that share is counted.",
    example: "10",
  },
  DESK_STOP_LEAST_SENDS: {
    purpose: "How many sends the window must hold before the desk stops by itself.",
    example: "10",
  },
  DESK_DATA_DIR: {
    purpose: "Where the embedded database, its log and the sandbox's keys are kept.",
    example: ".data",
  },
  PORT: { purpose: "The port on which the desk listens.", example: "3000" },
  SANDBOX_PORT: { purpose: "The sandbox issuer's port; 0 takes any that is free.", example: "0" },
  PG_BIN_DIR: {
    purpose: "The programs of an installed PostgreSQL, instead of those that npm ships.",
    example: "/usr/lib/postgresql/18/bin",
  },
} as const satisfies Record<string, Variable>;

/** Variables that the launcher sets for the server; `npm start` makes them. */
export const launcherVariables = {
  DESK_SANDBOX_URL: {
    purpose: "Where the sandbox issuer listens; its presence means that no real money moves.",
    example: "http://127.0.0.1:4010",
  },
} as const satisfies Record<string, Variable>;

const allVariables: Readonly<Record<string, Variable>> = { ...deskVariables, ...launcherVariables };

/** What is wrong with one variable. */
export type VariableProblem = { readonly name: string; readonly complaint: string };

/** Says, for each problem, the variable's name, what is wrong, what it is for, and an example. Never its value. */
export function describeProblems(problems: readonly VariableProblem[]): string {
  return problems
    .map(({ name, complaint }) => {
      const variable = allVariables[name];
      const help = variable
        ? `\n    what it is for: ${variable.purpose}\n    for example:    ${exampleLine(name, variable)}`
        : "";
      return `  ${name} ${complaint}.${help}`;
    })
    .join("\n");
}

/** `NAME=example`, quoted where a shell or a dotenv file would otherwise cut it. */
export function exampleLine(name: string, variable: Variable): string {
  const needsQuotes = /[\s:;#]/.test(variable.example) && !/^\w+:\/\/\S+$/.test(variable.example);
  return `${name}=${needsQuotes ? `"${variable.example}"` : variable.example}`;
}
