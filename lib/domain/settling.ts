import type { Doubt } from "./journal";
import type { Money } from "./money";
import { movedMoney } from "./movement";
import type { Flow, Movement } from "./movement";

/** What is known of an operation whose movement is looked for. */
export interface Sought {
  readonly reference: string;
  readonly flow: Exclude<Flow, "unknown">;
  readonly amount: Money;
  readonly sentAt: Date;
  /** Keys of movements that other operations on the card have claimed, one for each. */
  readonly claimed: ReadonlySet<string>;
  /** Keys of movements that a supervisor has turned down for this one. */
  readonly rejected: ReadonlySet<string>;
  /** When operations were sent that gave this same reference back: a movement may be theirs. */
  readonly siblingsSentAt: readonly Date[];
  /** When operations like it were sent that claim no movement: one without a reference may be theirs. */
  readonly rivalsSentAt: readonly Date[];
}

/** What a search of the feed says of one operation. */
export type Search<M> =
  /** It is there: nobody has to be asked. */
  | { readonly kind: "found"; readonly movement: M }
  /** This may be it, and a person must say. */
  | { readonly kind: "likely"; readonly movement: M; readonly doubts: readonly Doubt[] }
  /** Nothing that has moved money; `pending` rows may still become it. */
  | { readonly kind: "none"; readonly pending: number };

/** The issuer's clock may differ from ours by this much. */
const CLOCK_SKEW_MS = 300_000;
/** How long after the send a movement without a reference may be dated and still be taken for it. */
export const LANDING_MS = 3_600_000;

type Candidate = Pick<Movement, "id" | "reference" | "flow" | "amount" | "status" | "at">;

/**
 * What names a movement: the issuer's id or, where it gives none, what can be seen of it. Two rows
 * that look alike then share a name.
 */
export function movementKey(movement: Candidate): string {
  const { id, at, flow, amount, reference } = movement;
  return id ?? ["~", at ?? "", flow, amount.units, amount.currency, reference ?? ""].join("|");
}

/**
 * Looks for an operation among the movements of a card. By its reference it is found when direction,
 * amount, currency and time agree and no other operation with this reference may own the movement.
 * Whatever else carries the reference, and a movement without any reference that agrees in the rest,
 * is only likely: the nearest in time comes first.
 */
export function searchFeed<M extends Candidate>(
  movements: readonly M[],
  sought: Sought,
): Search<M> {
  const { free, taken } = parted(movements, sought);
  const own = free.filter((movement) => movement.reference === sought.reference);
  const moved = own.filter(movedMoney);
  const found = moved.find((movement) => doubtsOf(movement, sought).length === 0);
  if (found !== undefined) return { kind: "found", movement: found };
  const alike = free.filter((movement) => mayBe(movement, sought));
  const likely = nearest(moved, sought) ?? nearest(alike.filter(movedMoney), sought);
  if (likely !== null) {
    return { kind: "likely", movement: likely, doubts: doubtsOf(likely, sought) };
  }
  // Our own reference on what another operation has claimed: one of the two claims is wrong.
  const disputed = taken.filter((movement) => movement.reference === sought.reference);
  const pending = [...own, ...alike].filter(isPending).length + disputed.length;
  return { kind: "none", pending };
}

/**
 * The movements that may still be anybody's, and those that another operation has claimed. Of rows
 * that share a name for want of an id, a claim takes one.
 */
function parted<M extends Candidate>(movements: readonly M[], { claimed, rejected }: Sought) {
  const claims = new Set(claimed);
  const free: M[] = [];
  const taken: M[] = [];
  for (const movement of movements) {
    const key = movementKey(movement);
    if (rejected.has(key)) continue;
    if (claims.has(key)) {
      taken.push(movement);
      if (movement.id === null) claims.delete(key);
    } else free.push(movement);
  }
  return { free, taken };
}

/** The fewest characters of a reference that are still worth something when the rest was cut off. */
const CUT_LEAST = 8;

/**
 * Whether this may be our reference as the issuer keeps it: it says nothing of length and letters, so
 * it may cut long ones or write them in other letters.
 */
function isSpelling(reference: string, ours: string): boolean {
  const [theirs, own] = [reference.trim().toUpperCase(), ours.toUpperCase()];
  return theirs === own || (theirs.length >= CUT_LEAST && own.startsWith(theirs));
}

/** A movement without our very reference that agrees in all that the feed says of it. */
function mayBe(movement: Candidate, sought: Sought): boolean {
  if (movement.reference === sought.reference) return false;
  const reference = movement.reference ?? "";
  if (reference !== "" && !isSpelling(reference, sought.reference)) return false;
  if (movement.flow !== sought.flow && movement.flow !== "unknown") return false;
  if (!isSameAmount(movement.amount, sought.amount)) return false;
  if (movement.at === null) return true;
  const afterMs = Date.parse(movement.at) - sought.sentAt.getTime();
  return afterMs >= -CLOCK_SKEW_MS && afterMs <= LANDING_MS;
}

function doubtsOf(movement: Candidate, sought: Sought): readonly Doubt[] {
  const { reference, flow, amount, at } = movement;
  const doubts: Doubt[] = [];
  if (reference === null || reference === "") doubts.push("no-reference");
  else if (reference !== sought.reference) doubts.push("reference");
  if (!hasSurelyMoved(movement)) doubts.push("state");
  if (amount.currency !== sought.amount.currency) doubts.push("currency");
  else if (amount.units !== sought.amount.units) doubts.push("amount");
  if (flow !== sought.flow) doubts.push("direction");
  if (at !== null && Date.parse(at) < sought.sentAt.getTime() - CLOCK_SKEW_MS) doubts.push("time");
  const others = reference === sought.reference ? sought.siblingsSentAt : sought.rivalsSentAt;
  if (others.some((sentAt) => mayOwn(sentAt, at, sought.sentAt))) doubts.push("sibling");
  return doubts;
}

/**
 * The states that say that money moved (concepts/payment-lifecycle). Totals count a state that nobody
 * knows as moved, so that it is seen; here it must not decide anything by itself.
 */
function hasSurelyMoved({ status }: Candidate): boolean {
  return status === null || status === "liquidated" || status === "reversed";
}

/** Whether an operation sent at `sentAt` may own the movement as well as the one that is sought. */
function mayOwn(sentAt: Date, at: string | null, soughtSentAt: Date): boolean {
  if (at === null) return true;
  const movedAtMs = Date.parse(at);
  const isAfterSibling = movedAtMs >= sentAt.getTime() - CLOCK_SKEW_MS;
  // A movement that is clearly later than the later of the two sends is the later one's.
  const isClearlyOurs =
    sentAt.getTime() + 2 * CLOCK_SKEW_MS < soughtSentAt.getTime() &&
    movedAtMs >= soughtSentAt.getTime() - CLOCK_SKEW_MS;
  return isAfterSibling && !isClearlyOurs;
}

function isSameAmount(one: Money, other: Money): boolean {
  return one.currency === other.currency && one.units === other.units;
}

/** Accepted by the issuer and not moved yet; a denied one will never move. */
function isPending(movement: Candidate): boolean {
  return !movedMoney(movement) && movement.status !== "denied";
}

function nearest<M extends Candidate>(movements: readonly M[], sought: Sought): M | null {
  const distance = ({ at }: M) =>
    at === null ? Number.MAX_SAFE_INTEGER : Math.abs(Date.parse(at) - sought.sentAt.getTime());
  return movements.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** When absence counts as proven, and how long the pauses between looks are. */
export interface LookSchedule {
  /** Before the first look, the second and so on; the last one repeats. */
  readonly pausesMs: readonly number[];
  readonly absenceWindowMs: number;
  readonly absenceLooks: number;
}

/** The pause after this many looks, in milliseconds. */
export function pauseAfter(looks: number, { pausesMs }: LookSchedule): number {
  return pausesMs[Math.min(looks, pausesMs.length - 1)] ?? 0;
}

/**
 * Whether this many looks, the last of them at `now`, prove that an operation never arrived. Only
 * looks that read all there was count, and each of them found nothing.
 */
export function provesAbsence(
  looks: number,
  unknownSince: Date,
  now: Date,
  { absenceWindowMs, absenceLooks }: LookSchedule,
): boolean {
  return looks >= absenceLooks && now.getTime() - unknownSince.getTime() >= absenceWindowMs;
}
