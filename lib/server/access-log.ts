import "server-only";

import { CardId, OperationId, OperatorId, SessionId } from "@/lib/domain/ids";
import { Month } from "@/lib/domain/month";

import type { Actor, Origin } from "./desk";
import { log } from "./log";

/** What somebody asked of the desk. */
export interface Access {
  readonly kind: "door" | "page" | "action" | "handler";
  /** The action's name, or the address without what is different in each. */
  readonly door: string;
  /** Null for whoever is nobody to the desk. */
  readonly actor: Actor | null;
  readonly origin: Origin;
  /** What it was about, as `objectsIn` finds it. */
  readonly objects: Objects;
}

/**
 * Does the work and writes one line about it: who, what, when, from where, with what outcome, about
 * what (PCI DSS 10.2.2). What is thrown is written down and thrown on.
 */
export async function logged<T>(
  access: Access,
  work: () => Promise<T>,
  outcomeOf: (answer: T) => string,
): Promise<T> {
  const begunAtMs = performance.now();
  let outcome = "error";
  try {
    const answer = await work();
    outcome = outcomeOf(answer);
    return answer;
  } finally {
    writeAccess(access, outcome, performance.now() - begunAtMs);
  }
}

/** Writes the line alone, for what is answered elsewhere. */
export function writeAccess(access: Access, outcome: string, durationMs: number | null): void {
  const { kind, door, actor, origin, objects } = access;
  log.info(
    {
      event: "access",
      kind,
      door,
      outcome,
      operator: actor?.operator.id ?? null,
      role: actor?.operator.role ?? null,
      session: actor?.sessionId ?? null,
      address: origin.address,
      requestId: origin.requestId,
      objects,
      ...(durationMs !== null && { ms: Math.round(durationMs) }),
    },
    "access",
  );
}

type Objects = Readonly<Record<string, string>>;

const OBJECTS = {
  cardId: CardId,
  operationId: OperationId,
  resends: OperationId,
  reverses: OperationId,
  operatorId: OperatorId,
  sessionId: SessionId,
  month: Month,
} as const;

/** The ids that an action was called with; nothing else of it, and nothing that is no id. */
export function objectsIn(input: unknown): Objects {
  if (typeof input === "string") {
    const id = OperationId.safeParse(input);
    return id.success ? { operationId: id.data } : {};
  }
  if (typeof input !== "object" || input === null) return {};
  const found: Record<string, string> = {};
  for (const [name, schema] of Object.entries(OBJECTS)) {
    const parsed = schema.safeParse(Reflect.get(input, name));
    if (parsed.success) found[name] = parsed.data;
  }
  return found;
}

/** The ids that stand in an address, and the address without them: what a person typed is no part of either. */
export function placeIn(pathname: string): { door: string; objects: Objects } {
  const objects: Record<string, string> = {};
  const segments = pathname.split("/").map((segment) => {
    for (const [name, schema] of PLACES) {
      if (!schema.safeParse(segment).success) continue;
      objects[name] = segment;
      return `[${name}]`;
    }
    return WORD.test(segment) ? segment : "*";
  });
  return { door: segments.join("/"), objects };
}

/** What our own addresses are made of. */
const WORD = /^(?:_?[a-z]{1,15}(?:-[a-z]{1,15})?)?$/;

const PLACES = [
  ["cardId", CardId],
  ["month", Month],
  ["id", OperatorId],
] as const;
