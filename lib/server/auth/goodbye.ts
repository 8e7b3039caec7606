import "server-only";

import { cookies } from "next/headers";

import { ownCookie } from "@/lib/own-cookie";

import { deskEnv } from "../env";
import { cookieLine } from "./cookie-line";
import { JOURNEY_S } from "./journey";

function cookieName(): string {
  return ownCookie("desk-signed-out", deskEnv().publicUrl);
}

/** Holds what the provider must bring back for us to believe that it has signed somebody out. */
export function goodbyeLine(state: string): string {
  return cookieLine(cookieName(), state, JOURNEY_S);
}

/** Whether the browser comes from signing out at the provider, with what it was sent there with. */
export async function hasSignedOutThere(state: unknown): Promise<boolean> {
  const sent = (await cookies()).get(cookieName())?.value;
  return sent !== undefined && sent === state;
}
