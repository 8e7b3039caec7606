import { newOperationId, type OperationId } from "@/lib/domain/ids";
import type { OperationForm } from "@/lib/domain/operation";
import type { Draw } from "@/lib/sandbox/draw";
import { SENTINELS, type Sentinel } from "@/lib/sandbox/sentinels";

import { drawFor, isOneOf100 } from "./draw-for";
import type { FaultOptions } from "./options";

/** What the proxy does with one request for money on its way. A share is where: 0 before the first byte, 1 after the last. */
export type WireFault =
  | { readonly kind: "none" }
  /** Only a part of the request arrives. */
  | { readonly kind: "cut-request"; readonly share: number; readonly how: CutHow }
  /** The request arrives, and only a part of the answer comes back. */
  | { readonly kind: "cut-answer"; readonly share: number; readonly how: CutHow }
  /** The answer comes after the desk has given up. */
  | { readonly kind: "hold-answer" }
  /** The request itself arrives after the desk has given up. */
  | { readonly kind: "hold-request" }
  /** The answer comes in small pieces. */
  | { readonly kind: "dribble"; readonly pieceBytes: number };
export type CutHow = "reset" | "end";

export interface PlannedOperation {
  readonly index: number;
  readonly operationId: OperationId;
  readonly cardId: string;
  readonly form: OperationForm;
  /** What happens on the wire at the first attempt, at the second and so on; later ones are let through. */
  readonly wire: readonly WireFault[];
  /** A similar operation was sent shortly before: the desk asks for this reason. */
  readonly goOnReason: string | null;
  /** The id under which it is sent again, with the same reference, if it was refused or never arrived. */
  readonly againId: OperationId | null;
  /** Pressed twice at the same moment. */
  readonly isDoublePressed: boolean;
  /** Pressed once more when it is on record already. */
  readonly isPressedLater: boolean;
  /** Then pressed with another amount under the same id, which the desk must refuse. */
  readonly isForgedLater: boolean;
  /** While it is unknown, its person presses "Check now". */
  readonly isChecked: boolean;
}

export const TARGETS = ["desk-1", "desk-2", "database", "sandbox"] as const;
export type Target = (typeof TARGETS)[number];

/** Something that is ended at a moment, and comes back. */
export interface PlannedStrike {
  /** When this many operations are on record. */
  readonly afterOperations: number;
  /** And then this much later: in the middle of whatever is going on. */
  readonly delayMs: number;
  /** Ended at the same moment. */
  readonly targets: readonly Target[];
  /** `kill` is SIGKILL; `deploy` asks a desk to end in order. */
  readonly how: "kill" | "deploy";
  /** How long each stays away before it is started again. */
  readonly awayMs: number;
  /** Without its sandbox the proxy refuses connections; otherwise it takes them and cuts them. */
  readonly isRefusing: boolean;
}

export interface Plan {
  readonly operations: readonly PlannedOperation[];
  readonly strikes: readonly PlannedStrike[];
}

/** An active card of the sandbox. */
export interface PlanCard {
  readonly id: string;
  readonly currency: string;
}

/**
 * Blocked, and inactive. Not one that does not exist: whether an operation on it arrived is a question that the feed
 * refuses to answer, so an unknown one is left to a supervisor, of whom there is none here.
 */
const BAD_CARDS = ["12351", "12350"] as const;

/** The whole run, from its seed: what is asked, what happens to it on its way, and what is killed when. */
export function makePlan(options: FaultOptions, cards: readonly PlanCard[]): Plan {
  const operations: PlannedOperation[] = [];
  for (let index = 0; index < options.operations; index += 1) {
    operations.push(planOperation(options.seed, index, cards, operations));
  }
  return { operations, strikes: planStrikes(options) };
}

function planOperation(
  seed: number,
  index: number,
  cards: readonly PlanCard[],
  earlier: readonly PlannedOperation[],
): PlannedOperation {
  const draw = drawFor(seed, "operation", index);
  const sentinel = isOneOf100(draw, 40) ? draw.pick(SENTINELS) : null;
  const repeated = isOneOf100(draw, 3)
    ? earlier.findLast(({ form }) => !isSentinel(form))
    : undefined;
  const card = isOneOf100(draw, 3)
    ? { id: draw.pick(BAD_CARDS), currency: "GTQ" }
    : draw.pick(cards);
  const wire = planWire(draw, sentinel !== null);
  const form = planForm(draw, { seed, index, card, sentinel });
  return {
    index,
    operationId: idFor(seed, index, "first"),
    cardId: repeated?.cardId ?? card.id,
    form: repeated ? { ...form, ...likeOf(repeated.form) } : form,
    wire,
    goOnReason: repeated ? "The customer asked for it twice" : null,
    againId: isOneOf100(draw, 30) ? idFor(seed, index, "again") : null,
    isDoublePressed: isOneOf100(draw, 15),
    isPressedLater: isOneOf100(draw, 10),
    isForgedLater: isOneOf100(draw, 5),
    isChecked: isOneOf100(draw, 30),
  };
}

/** The moment in the ids means nothing to the desk; a fixed one makes the same ids from the same seed. */
const ID_EPOCH_MS = Date.UTC(2026, 3, 18);

function idFor(seed: number, index: number, purpose: string): OperationId {
  const draw = drawFor(seed, "id", purpose, index);
  const bytes = Uint8Array.from({ length: 10 }, () => draw.whole(0, 255));
  return newOperationId(ID_EPOCH_MS + index, bytes);
}

interface FormSetting {
  readonly seed: number;
  readonly index: number;
  readonly card: PlanCard;
  readonly sentinel: Sentinel | null;
}

function planForm(draw: Draw, { seed, index, card, sentinel }: FormSetting): OperationForm {
  const hasMinorUnits = card.currency !== "CLP";
  const isByAmount = sentinel !== null && hasMinorUnits && isOneOf100(draw, 40);
  const mark = sentinel === null || isByAmount ? "" : `-${sentinel.text}`;
  const common = {
    // More is added than withdrawn, so that most withdrawals find the money.
    direction: isOneOf100(draw, 60) ? ("ADD_FUNDS" as const) : ("WITHDRAW_FUNDS" as const),
    amount: amountOf(index, isByAmount ? sentinel : null, hasMinorUnits),
    currency: card.currency,
    reference: `F${seed.toString(36)}-${index}${mark}`,
    otherChannel: "",
  };
  return draw.pick([true, false])
    ? {
        ...common,
        mode: "channel",
        channel: draw.pick(["MOBILE", "WEB", "ATM"]),
        description: draw.pick(["", "Recarga", "Devolución · ñandú 🪙"]),
        customKeys: isOneOf100(draw, 20) ? [{ key: "ticket", value: `T-${index}` }] : [],
        observations: "",
        reasonCode: "",
      }
    : {
        ...common,
        mode: "adjustment",
        channel: "",
        description: "",
        customKeys: [],
        observations: `Ajuste número ${index}`,
        reasonCode: draw.pick(["goodwill", "dispute", "recovery"]),
      };
}

/** No two are equal, so that none is similar by accident; only the wanted ones are the sandbox's sentinels. */
function amountOf(index: number, sentinel: Sentinel | null, hasMinorUnits: boolean): string {
  if (sentinel !== null) return `${index * 1_000 + 666}.${sentinel.cents}`;
  return hasMinorUnits ? `${10 + index}.${15 + (index % 80)}` : String(10 + index);
}

const isSentinel = ({ reference, amount }: OperationForm) =>
  reference.includes("SBX") || /666\.(?:0\d|1[0-4])$/.test(amount);

/** What makes an operation similar to another. */
function likeOf({ amount, currency, direction }: OperationForm) {
  return { amount, currency, direction };
}

/** With a sentinel the failure is the sandbox's own, and the wire seldom adds to it. */
function planWire(draw: Draw, hasSentinel: boolean): WireFault[] {
  const first = planWireFault(draw, hasSentinel ? 15 : 45);
  return [first, planWireFault(draw, 20)];
}

function planWireFault(draw: Draw, faultsIn100: number): WireFault {
  if (!isOneOf100(draw, faultsIn100)) return { kind: "none" };
  const kind = draw.weighted([
    ["cut-request", 30],
    ["cut-answer", 40],
    ["dribble", 10],
    ["hold-answer", 12],
    ["hold-request", 8],
  ] as const);
  switch (kind) {
    case "cut-request":
    case "cut-answer":
      return { kind, share: draw.whole(0, 1_000) / 1_000, how: draw.pick(["reset", "end"]) };
    case "dribble":
      return { kind, pieceBytes: draw.whole(1, 40) };
    case "hold-answer":
    case "hold-request":
      return { kind };
  }
}

function planStrikes({ seed, operations, kills }: FaultOptions): PlannedStrike[] {
  const draw = drawFor(seed, "strikes");
  const strikes: PlannedStrike[] = [];
  let killed = 0;
  while (killed < kills) {
    const how = isOneOf100(draw, 10) ? "deploy" : "kill";
    const targets =
      how === "deploy" ? [draw.pick(["desk-1", "desk-2"] as const)] : drawTargets(draw);
    if (how === "kill") killed += targets.length;
    strikes.push({
      // In the first nine tenths, so that even the last one meets work.
      afterOperations: draw.whole(0, Math.floor(operations * 0.9)),
      delayMs: draw.whole(0, 400),
      targets,
      how,
      awayMs: draw.weighted([
        [50, 5],
        [500, 3],
        [1_500, 2],
      ]),
      isRefusing: draw.pick([true, false]),
    });
  }
  return strikes.toSorted((a, b) => a.afterOperations - b.afterOperations);
}

/** Mostly one; sometimes what goes down together in one rack. */
function drawTargets(draw: Draw): readonly Target[] {
  return draw.weighted([
    [["desk-1"], 18],
    [["desk-2"], 18],
    [["database"], 20],
    [["sandbox"], 20],
    [["desk-1", "desk-2"], 6],
    [["desk-1", "database"], 4],
    [["sandbox", "desk-2"], 4],
  ] as const);
}
