import { DOORS } from "@/app/_security/doors";
import type { Door } from "@/app/_security/doors";
import { may } from "@/lib/domain/operator";

import type { Role } from "../fixtures";

export const ROLES: readonly Role[] = ["agent", "supervisor", "auditor", "admin"];

/** An operation that nobody has asked for, and a person and a session that do not exist. */
const NO_ID = "019e0000-0000-7000-8000-00000000bad1";

/** What stands in the place of the parts of an address that differ; each of them leads to a page. */
const PARTS: Readonly<Record<string, string>> = {
  cardId: "12345",
  month: "2026-04",
  operationId: NO_ID,
  operatorId: NO_ID,
  personId: NO_ID,
  sessionId: NO_ID,
};

/** The address of a page or a handler. */
export function addressOf({ file }: Pick<Door, "file">): string {
  const path = file
    .replace(/^app\//, "/")
    .replace(/\/(?:page\.tsx|route\.ts)$/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\[(\w+)\]/g, (_, name: string) => {
      const part = PARTS[name];
      if (part === undefined) throw new Error(`Say in places.ts what stands for [${name}].`);
      return part;
    });
  return path === "" ? "/" : path;
}

/** What is next-auth's, and what is drawn into other pages, has no address that is tried like the others. */
const isTried = ({ file }: Door) => !/\[\.\.\.|\/@/.test(file);

const isPage = (door: Door) => door.file.endsWith("/page.tsx");
const isHandler = (door: Door) => door.file.endsWith("/route.ts");

export const PAGES = DOORS.filter((door) => isPage(door) && isTried(door));
export const HANDLERS = DOORS.filter((door) => isHandler(door) && isTried(door));
export const ACTIONS = DOORS.filter((door) => door.action !== undefined);

/** Whether nobody is asked who they are. */
export const isOpen = ({ asks }: Door): boolean => "open" in asks;

/** Whether somebody of this role may come in. */
export function isGranted({ asks }: Door, role: Role): boolean {
  return "oneOf" in asks ? asks.oneOf.some((permission) => may({ role }, permission)) : true;
}

/** Actions that need nothing to be told to do what they do: called with nonsense, they would do it. */
const TAKE_NOTHING = new Set([
  "removeSecondFactorAction",
  "beginSecondFactorAction",
  "renewRecoveryCodesAction",
  "endOwnOtherSessionsAction",
  "endAllOtherSessionsAction",
  "lockAction",
]);

/** Whether an action does what it does whatever it is called with. */
export const takesNothing = ({ action }: Door): boolean => TAKE_NOTHING.has(action ?? "");

/** Whether an action denies everybody who is complete: nobody of the sandbox's people lacks a password. */
export const isForOthers = ({ action }: Door): boolean => action === "setFirstPasswordAction";

/** Whether an action is there for those whose session is locked. */
export const servesLocked = ({ action }: Door): boolean => action === "unlockAction";

/**
 * What an action is called with where it is not to be refused for its input before it is asked who
 * may: nothing, except where the right depends on what is asked for. None of it does anything.
 */
export function inputFor({ action }: Door): unknown {
  return action === "suggestReferenceAction" ? "ADD_FUNDS" : {};
}
