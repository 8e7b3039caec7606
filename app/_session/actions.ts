"use server";

import { action } from "@/lib/server/action";
import { lockSession } from "@/lib/server/auth/lock-session";
import { sayHere } from "@/lib/server/auth/say-here";
import { prove, unlockSession } from "@/lib/server/auth/unlock-session";

// `sayHere` writes down when the person was there itself, and who locks is leaving.
export const hereAction = action(sayHere, { isBackground: true });
export const lockAction = action(lockSession, { isBackground: true });
export const unlockAction = action(unlockSession, { serves: "locked" });
export const proveAction = action(prove);
