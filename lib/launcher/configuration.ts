import fs from "node:fs";
import path from "node:path";

import nextEnv from "@next/env";

import { parseDeskEnv } from "@/lib/server/env";
import { describeProblems } from "@/lib/server/env-variables";

import type { Environment } from "./own-environment";
import { Problem } from "./problem";
import { sandboxSecrets, type SandboxSecrets } from "./secrets";

/** What the launcher itself has to know, and what it hands on. */
export type Configuration = {
  /** Undefined when the desk is live. */
  readonly sandbox: { readonly port: number; readonly secrets: SandboxSecrets } | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Undefined when the embedded PostgreSQL is to be used. */
  readonly databaseUrl: string | undefined;
  readonly pgBinDir: string | undefined;
  readonly port: number;
  /** The address that the server listens on; undefined for all of the machine's. */
  readonly host: string | undefined;
  readonly publicUrl: string;
  /** What the desk's sealed values are sealed under, the newest first. */
  readonly sealingSecrets: readonly string[];
  /** Everything the server's configuration needs but the addresses of what is yet to be started. */
  readonly variables: Environment;
};

const sandboxMerchant = "sandbox-merchant";
const sandboxApplicationId = "sandbox-desk";

/** Stand-ins for the addresses that are known only once their servers run, so that the rest can be checked before. */
const yetUnknown = {
  DATABASE_URL: "postgres://embedded/desk",
  DESK_SANDBOX_URL: "http://127.0.0.1",
};

/** Adds the variables of the .env files, read the way Next reads them; what the environment has set already stays. */
export function loadEnvFiles(root: string, isDev: boolean): void {
  nextEnv.loadEnvConfig(root, isDev, { info: () => undefined, error: () => undefined });
}

const LIVE_CREDENTIALS = ["MIGO_APPLICATION_ID", "MIGO_MERCHANT", "MIGO_PRIVATE_KEY"];

/**
 * Reads and checks the whole configuration before anything is started.
 * Throws a Problem that explains every variable that is missing or malformed.
 */
export function readConfiguration(given: Environment, root: string): Configuration {
  const isSet = (name: string) => Boolean(given[name]?.trim());
  const dataDir = path.resolve(root, given["DESK_DATA_DIR"] || ".data");
  makeDataDir(dataDir);
  // With the issuer's credentials but without its address, one of the two is a slip of the pen.
  const credentials = LIVE_CREDENTIALS.filter(isSet);
  if (!isSet("MIGO_API_URL") && credentials.length > 0) {
    const complaint = `is not set, although ${credentials.join(", ")} is`;
    const problem = describeProblems([{ name: "MIGO_API_URL", complaint }]);
    throw new Problem(`The configuration is not complete.\n${problem}`);
  }
  const secrets = isSet("MIGO_API_URL") ? undefined : sandboxSecrets(dataDir);
  const variables: Environment = {
    ...given,
    ...(secrets && sandboxVariables(given, secrets)),
    // Not even by mistake may a live desk believe that it is on the sandbox.
    DESK_SANDBOX_URL: undefined,
  };
  const parsed = parseDeskEnv({
    ...variables,
    DATABASE_URL: isSet("DATABASE_URL") ? given["DATABASE_URL"] : yetUnknown.DATABASE_URL,
    DESK_SANDBOX_URL: secrets && yetUnknown.DESK_SANDBOX_URL,
  });
  if (!parsed.ok) {
    throw new Problem(`The configuration is not complete.\n${describeProblems(parsed.failure)}`);
  }
  const { port, publicUrl, people } = parsed.value;
  return {
    sandbox: secrets && { port: Number(given["SANDBOX_PORT"] || 0), secrets },
    dataDir,
    databaseUrl: isSet("DATABASE_URL") ? given["DATABASE_URL"] : undefined,
    pgBinDir: given["PG_BIN_DIR"],
    port,
    host: hostFor(publicUrl),
    publicUrl,
    sealingSecrets: people.sealingSecrets,
    variables: { ...variables, PORT: String(port) },
  };
}

function sandboxVariables(given: Environment, secrets: SandboxSecrets): Environment {
  const local = `http://localhost:${given["PORT"]?.trim() || "3000"}`;
  return {
    NEXTAUTH_URL:
      given["NEXTAUTH_URL"]?.trim() || (URL.canParse(local) ? local : "http://localhost"),
    NEXTAUTH_SECRET: given["NEXTAUTH_SECRET"]?.trim() || secrets.nextauthSecret,
    MIGO_APPLICATION_ID: sandboxApplicationId,
    MIGO_MERCHANT: sandboxMerchant,
    MIGO_PRIVATE_KEY: secrets.privateKeyPem,
    MIGO_SERVICE_MERCHANT: sandboxMerchant,
    MIGO_SERVICE_PRIVATE_KEY: secrets.privateKeyPem,
  };
}

/** The environment of the sandbox: it must work without the desk's secrets, as the real issuer does. */
export function sandboxEnvironment(
  { variables, sandbox }: Configuration,
  addresses: { readonly databaseUrl: string; readonly port: number },
): Environment {
  return {
    ...variables,
    NEXTAUTH_SECRET: undefined,
    MIGO_PRIVATE_KEY: undefined,
    MIGO_SERVICE_PRIVATE_KEY: undefined,
    DATABASE_URL: addresses.databaseUrl,
    SANDBOX_PORT: String(addresses.port),
    SANDBOX_MERCHANT: sandboxMerchant,
    SANDBOX_PUBLIC_KEY: sandbox?.secrets.publicKeyPem,
  };
}

/** Only a desk that people open under a name of the network listens to the network: the demo passwords are public. */
function hostFor(publicUrl: string): string | undefined {
  const name = new URL(publicUrl).hostname;
  return ["localhost", "127.0.0.1", "[::1]"].includes(name) ? "127.0.0.1" : undefined;
}

function makeDataDir(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    throw new Problem(
      `The data folder ${dataDir} cannot be written (${String(error)}). ` +
        "Make it yours, or name another one in DESK_DATA_DIR.",
    );
  }
}
