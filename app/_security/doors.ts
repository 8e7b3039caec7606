import type { Permission } from "@/lib/domain/operator";

/**
 * Every way into the desk and what it asks for: the pages, the handlers that answer GET, and the
 * server actions, which can be called from any address. What is not here does not pass the tests; what
 * is here is tried as nobody and as each role (doors.test.ts, e2e/doors).
 */
export interface Door {
  /** The file that Next finds it by. */
  readonly file: string;
  /** The name of a server action; the others are named by their file. */
  readonly action?: string;
  readonly asks: Asks;
}

export type Asks =
  /** One of these rights lets somebody in; the verb behind it may ask for another besides. */
  | { readonly oneOf: readonly [Permission, ...Permission[]] }
  /** Whoever is signed in, and why that is enough. */
  | { readonly session: string }
  /** Nobody is asked who they are, and why not. */
  | { readonly open: string };

const CARD = "app/(desk)/cards/[cardId]";
const OPERATION = "app/(desk)/operations/[operationId]";

/** To move money in either direction; which of the two it is, the verb asks when it knows. */
const MOVE = { oneOf: ["operation.add-funds", "operation.withdraw-funds"] } as const;

const OWN = { oneOf: ["account.manage"] } as const;
const MANAGE = { oneOf: ["operator.manage"] } as const;

const pages: readonly Door[] = [
  {
    file: "app/proven/page.tsx",
    asks: { open: "It says that a proof was given, and nothing of whose or for what." },
  },
  {
    file: "app/locked/page.tsx",
    asks: { open: "It asks a locked session's person who they are, and sends everybody else on." },
  },
  { file: "app/sign-in/page.tsx", asks: { open: "It is where one says who one is." } },
  { file: "app/(desk)/page.tsx", asks: { session: "It shows one's own work and who one is." } },
  { file: "app/(desk)/cards/page.tsx", asks: { oneOf: ["card.read"] } },
  {
    file: "app/(desk)/cards/(entry)/[cardId]/page.tsx",
    asks: { session: "It leads on to the card's first page that one may see." },
  },
  {
    file: "app/(desk)/cards/(entry)/[cardId]/movements/page.tsx",
    asks: { session: "It leads on to the month of today." },
  },
  { file: `${CARD}/@header/[...rest]/page.tsx`, asks: { oneOf: ["card.read"] } },
  { file: `${CARD}/funds/page.tsx`, asks: MOVE },
  { file: `${CARD}/movements/[month]/page.tsx`, asks: { oneOf: ["movements.read"] } },
  { file: `${CARD}/notes/page.tsx`, asks: { oneOf: ["note.read"] } },
  { file: "app/(desk)/notes/page.tsx", asks: { oneOf: ["note.read"] } },
  { file: "app/(desk)/operations/page.tsx", asks: { oneOf: ["operation.read"] } },
  { file: `${OPERATION}/page.tsx`, asks: { oneOf: ["operation.read"] } },
  { file: "app/(desk)/unsettled/page.tsx", asks: { oneOf: ["operation.list-unsettled"] } },
  { file: "app/(desk)/settings/page.tsx", asks: { session: "It leads on to one's own account." } },
  { file: "app/(desk)/settings/account/page.tsx", asks: { oneOf: ["account.manage"] } },
  { file: "app/(desk)/settings/people/page.tsx", asks: { oneOf: ["operator.list"] } },
  { file: "app/(desk)/settings/people/new/page.tsx", asks: { oneOf: ["operator.manage"] } },
  { file: "app/(desk)/settings/people/[operatorId]/page.tsx", asks: { oneOf: ["operator.list"] } },
  { file: "app/(desk)/settings/sessions/page.tsx", asks: { oneOf: ["session.list-all"] } },
  { file: "app/(desk)/settings/line/page.tsx", asks: { oneOf: ["line.read"] } },
  {
    file: "app/set-up/page.tsx",
    asks: { open: "It asks who lacks something for it, and sends everybody else on." },
  },
];

const handlers: readonly Door[] = [
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    asks: { open: "next-auth's: signs in and out, and tells nobody who somebody is." },
  },
  {
    file: "app/api/health/live/route.ts",
    asks: { open: "Says that the process answers, and nothing else." },
  },
  {
    file: "app/api/health/ready/route.ts",
    asks: { open: "Says whether there is a database, and nothing else." },
  },
  {
    file: "app/api/pulse/route.ts",
    asks: { session: "Whether the desk sends concerns everybody; the verb leaves out the rest." },
  },
  {
    file: "app/api/session/route.ts",
    asks: { session: "What is left of one's own session, and its cookie after a proof." },
  },
  { file: "app/api/people/route.ts", asks: { oneOf: ["operator.list"] } },
  { file: "app/api/unsettled/route.ts", asks: { oneOf: ["operation.list-unsettled"] } },
  { file: "app/api/operations/[operationId]/route.ts", asks: { oneOf: ["operation.read"] } },
  {
    file: "app/api/cards/[cardId]/movements/[month]/route.ts",
    asks: { oneOf: ["movements.read"] },
  },
  { file: "app/api/cards/[cardId]/sense/route.ts", asks: MOVE },
];

const actions: readonly Door[] = [
  ...inFile(`${CARD}/funds/actions.ts`, {
    submitOperationAction: MOVE,
    suggestReferenceAction: MOVE,
  }),
  ...inFile(`${OPERATION}/actions.ts`, {
    checkOperationAction: { oneOf: ["operation.check"] },
    lookNowIfDueAction: { oneOf: ["operation.check"] },
    confirmProposalAction: { oneOf: ["operation.settle"] },
    rejectProposalAction: { oneOf: ["operation.settle"] },
    settleByHandAction: { oneOf: ["operation.settle"] },
    sendAgainAction: MOVE,
  }),
  ...inFile("app/(desk)/unsettled/actions.ts", {
    lookNowIfDueAction: { oneOf: ["operation.check"] },
  }),
  ...inFile("app/(desk)/settings/line/actions.ts", {
    stopLineAction: { oneOf: ["line.stop"] },
    resumeLineAction: { oneOf: ["line.resume"] },
  }),
  ...inFile("app/_session/actions.ts", {
    hereAction: { session: "It keeps one's own session from locking, and nothing else." },
    lockAction: { session: "It locks one's own session." },
    unlockAction: { session: "It opens one's own session, for whoever proves whose it is." },
    proveAction: { session: "It makes one's own proof fresh, for whoever gives one." },
  }),
  ...inFile("app/(desk)/settings/account/actions.ts", {
    changeOwnPasswordAction: OWN,
    removeSecondFactorAction: OWN,
    renewRecoveryCodesAction: OWN,
  }),
  ...inFile("app/set-up/actions.ts", {
    setFirstPasswordAction: OWN,
    beginSecondFactorAction: OWN,
    confirmSecondFactorAction: OWN,
  }),
  ...inFile("app/(desk)/settings/people/actions.ts", {
    addPersonAction: MANAGE,
    changeRoleAction: MANAGE,
    disablePersonAction: MANAGE,
    enablePersonAction: MANAGE,
    resetPasswordAction: MANAGE,
    resetSecondFactorAction: MANAGE,
    unlockPersonAction: MANAGE,
  }),
  ...inFile("app/_people/actions.ts", {
    endOwnSessionAction: OWN,
    endOwnOtherSessionsAction: OWN,
    endAnySessionAction: { oneOf: ["session.end-any"] },
    endSessionsOfAction: { oneOf: ["session.end-any"] },
    endAllOtherSessionsAction: { oneOf: ["session.end-any"] },
  }),
  ...inFile("app/_notes/actions.ts", { addNoteAction: { oneOf: ["note.write"] } }),
  ...inFile("app/_preferences/actions.ts", {
    chooseLocale: { open: "The language is chosen before signing in, too; it is a cookie." },
    chooseTheme: { open: "So is the appearance." },
  }),
];

function inFile(file: string, asked: Readonly<Record<string, Asks>>): Door[] {
  return Object.entries(asked).map(([action, asks]) => ({ file, action, asks }));
}

export const DOORS: readonly Door[] = [...pages, ...handlers, ...actions];
