import { type Answer, dataAnswer } from "./answer";

/** How often tokens were asked for since the start: what a client that holds one should hardly do. */
export interface TokenCounts {
  logins: number;
  refusedLogins: number;
  refreshes: number;
  refusedRefreshes: number;
}

export function noCounts(): TokenCounts {
  return { logins: 0, refusedLogins: 0, refreshes: 0, refusedRefreshes: 0 };
}

/** Counts an answer to a login or a refresh, and gives it on. */
export function counted(counts: TokenCounts, what: "login" | "refresh", answer: Answer): Answer {
  const isGiven = !answer.cut && answer.status === 200;
  if (what === "login") counts[isGiven ? "logins" : "refusedLogins"] += 1;
  else counts[isGiven ? "refreshes" : "refusedRefreshes"] += 1;
  return answer;
}

/** Not the issuer's: for tests of clients, which may not see each other's tokens but may count them. */
export function countsAnswer(counts: TokenCounts): Answer {
  return dataAnswer("A", 200, { ...counts });
}
