import { SCALE } from "./amount";

/** What happens to the money, and what the caller sees, when a sentinel is met. */
export type Fault =
  | "answer late"
  | "apply late"
  | "504 late"
  | "cut after"
  | "cut before"
  | "cut once"
  | "500 after"
  | "502 page"
  | "503"
  | "429"
  | "no json after"
  | "no json before"
  | "no data after"
  | "7303 at 500"
  | "401 once";

export interface Sentinel {
  /** Stands anywhere in a reference, in upper or lower case. */
  readonly text: string;
  /** The cents of an amount whose whole part ends in 666: 666.01, 1666.01, 25666.01. */
  readonly cents: string;
  readonly fault: Fault;
  readonly applied: "yes" | "no" | "late" | "after a refresh" | "the second time";
  readonly answer: string;
}

/**
 * The failures that can be caused by typing. No text holds another one, so their order is of no
 * meaning. The README shows this table; a test compares the two.
 */
export const SENTINELS: readonly Sentinel[] = [
  {
    text: "SBX-SLOW",
    cents: "01",
    fault: "answer late",
    applied: "yes",
    answer: "moves the money at once, answers 200 after 40 s",
  },
  {
    text: "SBX-LATE",
    cents: "02",
    fault: "apply late",
    applied: "late",
    answer: "moves the money only after 40 s, then answers 200",
  },
  {
    text: "SBX-STUCK",
    cents: "03",
    fault: "504 late",
    applied: "no",
    answer: "answers 504 without a code after 40 s",
  },
  {
    text: "SBX-DROP-AFTER",
    cents: "04",
    fault: "cut after",
    applied: "yes",
    answer: "moves the money, then cuts the connection",
  },
  {
    text: "SBX-DROP-BEFORE",
    cents: "05",
    fault: "cut before",
    applied: "no",
    answer: "cuts the connection",
  },
  {
    text: "SBX-500",
    cents: "06",
    fault: "500 after",
    applied: "yes",
    answer: "moves the money, then answers 500 without a code",
  },
  {
    text: "SBX-502",
    cents: "07",
    fault: "502 page",
    applied: "no",
    answer: "answers 502 with an HTML page",
  },
  {
    text: "SBX-503",
    cents: "08",
    fault: "503",
    applied: "no",
    answer: "answers 503 without a code",
  },
  {
    text: "SBX-429",
    cents: "09",
    fault: "429",
    applied: "no",
    answer: "answers 429 with Retry-After: 1",
  },
  {
    text: "SBX-NOJSON-AFTER",
    cents: "10",
    fault: "no json after",
    applied: "yes",
    answer: "moves the money, then answers 200 with a body that is no JSON",
  },
  {
    text: "SBX-NOJSON-BEFORE",
    cents: "11",
    fault: "no json before",
    applied: "no",
    answer: "answers 200 with a body that is no JSON",
  },
  {
    text: "SBX-EMPTY",
    cents: "12",
    fault: "no data after",
    applied: "yes",
    answer: "moves the money, then answers 200 with an envelope without data",
  },
  {
    text: "SBX-7303",
    cents: "13",
    fault: "7303 at 500",
    applied: "no",
    answer: "answers 7303 with status 500",
  },
  {
    text: "SBX-401",
    cents: "14",
    fault: "401 once",
    applied: "after a refresh",
    answer: "ends the access token and answers 401; passes once the token was refreshed",
  },
  {
    text: "SBX-DROP-ONCE",
    cents: "15",
    fault: "cut once",
    applied: "the second time",
    answer: "cuts the connection; passes when it is sent again",
  },
];

/** The sentinel that a reference or an amount holds. The reference is looked at first. */
export function findSentinel(reference: string, units: bigint): Sentinel | undefined {
  const upper = reference.toUpperCase();
  return (
    SENTINELS.find(({ text }) => upper.includes(text)) ??
    SENTINELS.find(({ cents }) => units % THOUSAND_WHOLES === 666n * ONE + BigInt(cents) * CENT)
  );
}

const ONE = 10n ** BigInt(SCALE);
const CENT = ONE / 100n;
const THOUSAND_WHOLES = 1000n * ONE;

export interface FeedSentinel {
  readonly month: number;
  readonly fault: "504 late" | "cut before" | "502 page" | "429" | "no json before";
  readonly answer: string;
}

/** No card moved in 1999. Its months make the feed fail, for whichever card is asked. */
export const FEED_SENTINEL_YEAR = 1999;
export const FEED_SENTINELS: readonly FeedSentinel[] = [
  { month: 1, fault: "502 page", answer: "answers 502 with an HTML page" },
  { month: 2, fault: "no json before", answer: "answers 200 with a body that is no JSON" },
  { month: 3, fault: "429", answer: "answers 429 with Retry-After: 1" },
  { month: 4, fault: "cut before", answer: "cuts the connection" },
  { month: 5, fault: "504 late", answer: "answers 504 without a code after 40 s" },
];
