import { sleep, waitUntil } from "@/lib/launcher/waiting";

import { audit, type Rule } from "./audit";
import type { Door } from "./door";
import { drawFor, isOneOf100 } from "./draw-for";
import { figuresOf, type Figures } from "./figures";
import type { SeenRequest } from "./http-bytes";
import type { FaultOptions } from "./options";
import { Person } from "./person";
import { makePlan, type Plan, type WireFault } from "./plan";
import { Records } from "./records";
import { isSound } from "./report";
import { setStage, type Stage, type StageOptions } from "./stage";

export interface RunOptions extends FaultOptions, Omit<StageOptions, "faultOf"> {
  readonly doorOf: (deskPorts: readonly number[]) => Door;
  /** Whether data and logs stay when the run is not sound. */
  readonly keepsFailure: boolean;
  /** How long to wait until nothing is unknown any more. */
  readonly patienceMs: number;
  readonly say: (line: string) => void;
}

export interface RunResult {
  readonly figures: Figures;
  readonly findings: ReadonlyMap<Rule, readonly string[]>;
  /** How often each machine was ended, and how. */
  readonly struck: ReadonlyMap<string, number>;
  readonly faults: ReadonlyMap<WireFault["kind"], number>;
  readonly tookMs: number;
}

/** Longer than any proof of absence takes here, on a machine that is busy with other things as well. */
export const SETTLING_TIMEOUT_MS = 240_000;
/** What lands late, lands by then: nothing may move after everything is settled. */
const AFTERMATH_MS = 5_000;
/** Of the requests that move no money: logins, renewals of tokens, looks at the feed. */
const OTHER_FAULTS_IN_100 = 3;

/** Plays a whole run: asks, cuts, kills, waits until all is settled, and compares the ledger with the journal. */
export async function playRun(options: RunOptions): Promise<RunResult> {
  const begunAtMs = performance.now();
  const wire: WireFaults = new Map();
  let others = 0;
  const faultOf = (request: SeenRequest, attempt: number): WireFault => {
    if (request.reference !== null) return wire.get(request.reference)?.[attempt] ?? NO_FAULT;
    others += 1;
    return faultOfOther(options.seed, others);
  };
  const stage = await setStage({ ...options, faultOf });
  let isSoundRun = false;
  try {
    const plan = makePlan(options, await reading(stage, (records) => records.activeCards()));
    for (const { form, wire: faults } of plan.operations) wire.set(form.reference, faults);
    const { people, surprises, struck } = await play(options, plan, stage);
    options.say("Everything is asked; waiting until nothing is unknown.");
    const evidence = await reading(stage, async (records) => {
      await waitUntil(() => isSettled(records, people), options.patienceMs, 500);
      await sleep(AFTERMATH_MS);
      await stage.stopDesks();
      return {
        asked: people.flatMap(({ asked }) => asked),
        operations: await records.operations(),
        ledger: await records.ledger(`F${options.seed.toString(36)}-`),
        wire: stage.proxy.attempts,
        surprises,
      };
    });
    const result = { figures: figuresOf(evidence), findings: audit(evidence) };
    isSoundRun = isSound(result);
    return {
      ...result,
      struck,
      faults: stage.proxy.faults,
      tookMs: performance.now() - begunAtMs,
    };
  } finally {
    await stage.end(!isSoundRun && options.keepsFailure ? "keeps-data" : "keeps-nothing");
  }
}

/** Opens the database for as long as nobody kills it. */
async function reading<T>(stage: Stage, read: (records: Records) => Promise<T>): Promise<T> {
  const records = new Records(stage.databaseUrl);
  try {
    return await read(records);
  } finally {
    await records.close();
  }
}

/** Whether nothing is open any more; what waits for a supervisor gets one, the first of the people. */
async function isSettled(records: Records, [supervisor]: readonly Person[]): Promise<boolean> {
  for (const proposed of await records.proposals()) await supervisor?.confirm(proposed);
  return (await records.countOpen()) === 0;
}

type WireFaults = Map<string, readonly WireFault[]>;

const NO_FAULT: WireFault = { kind: "none" };

function faultOfOther(seed: number, number: number): WireFault {
  const draw = drawFor(seed, "other request", number);
  if (!isOneOf100(draw, OTHER_FAULTS_IN_100)) return NO_FAULT;
  return {
    kind: draw.pick(["cut-request", "cut-answer"]),
    share: draw.whole(0, 1_000) / 1_000,
    how: draw.pick(["reset", "end"]),
  };
}

/** People at work, and everything that happens to their machines meanwhile. */
async function play(
  { seed, clients, doorOf, patienceMs, say }: RunOptions,
  plan: Plan,
  stage: Stage,
) {
  const surprises: string[] = [];
  let recorded = 0;
  const onRecorded = () => {
    recorded += 1;
    if (recorded % 200 === 0) say(`${recorded} of ${plan.operations.length} are on record.`);
  };
  const onSurprise = (words: string) => void surprises.push(words);
  const door = doorOf(stage.deskPorts);
  const people = Array.from(
    { length: clients },
    (_, number) => new Person({ door, seed, number, onRecorded, onSurprise }),
  );
  const work = people.map(async (person, number) => {
    await person.signIn();
    for (const planned of plan.operations.filter(({ index }) => index % clients === number)) {
      await person.work(planned);
    }
    if (patienceMs > 0) await person.finish();
  });
  const struck = new Map<string, number>();
  const strikes = strikeAll(plan, stage, () => recorded, struck);
  await Promise.all([...work, strikes]);
  return { people, surprises, struck };
}

async function strikeAll(
  { strikes }: Plan,
  stage: Stage,
  recorded: () => number,
  struck: Map<string, number>,
): Promise<void> {
  const under: Promise<void>[] = [];
  for (const strike of strikes) {
    await waitUntil(() => recorded() >= strike.afterOperations, Infinity, 10);
    await sleep(strike.delayMs);
    const blow = stage.strike(strike);
    // Whoever does not come back is told at the end, when all have been waited for.
    blow.catch(() => undefined);
    under.push(blow);
    for (const target of strike.targets) {
      const what = strike.how === "kill" ? `kill -9 of ${target}` : `orderly end of ${target}`;
      struck.set(what, (struck.get(what) ?? 0) + 1);
    }
  }
  await Promise.all(under);
}
