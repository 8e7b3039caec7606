import { spawn } from "node:child_process";

import { expect, type APIRequestContext } from "@playwright/test";

import { freePort } from "@/lib/launcher/ports";

import { processOf, variablesOf, type DeskPlace } from "./desk-process";

/** Where the processes of a running desk find each other. */
export interface Addresses {
  readonly databaseUrl: string;
  readonly sandboxUrl: string;
}

const SERVER = /^next-server/;

/** The addresses that the launcher gave to the server of this place. */
export function addressesOf(place: DeskPlace): Addresses {
  const variables = serverVariables(place);
  return {
    databaseUrl: String(variables["DATABASE_URL"]),
    sandboxUrl: String(variables["DESK_SANDBOX_URL"]),
  };
}

/** The secret that the launcher gave to the server of this place, or made for it. */
export function secretOf(place: DeskPlace): string {
  return String(serverVariables(place)["NEXTAUTH_SECRET"]);
}

/**
 * Starts a second server beside the one of this place, on the same database and issuer, as behind a load
 * balancer; gives its port. It ends with what `clear` ends.
 */
export async function startSecondInstance(
  place: DeskPlace,
  request: APIRequestContext,
): Promise<number> {
  const port = await freePort();
  const program = "node_modules/next/dist/bin/next";
  const words = [program, "start", "--port", String(port), "--hostname", "127.0.0.1"];
  spawn(process.execPath, words, {
    env: { ...serverVariables(place), PORT: String(port), NODE_ENV: "production" },
    stdio: "ignore",
  });
  const health = `http://localhost:${port}/api/health/ready`;
  const isReady = () =>
    request.get(health).then(
      (answer) => answer.ok(),
      () => false,
    );
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
  return port;
}

function serverVariables(place: DeskPlace): Record<string, string> {
  const entries = variablesOf(processOf(place, SERVER)).map((variable) => {
    const [name = "", ...value] = variable.split("=");
    return [name, value.join("=")] as const;
  });
  return Object.fromEntries(entries);
}
