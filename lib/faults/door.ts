import type { OperationId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import type { OperationForm } from "@/lib/domain/operation";

import type { Answered } from "./answered";
/** What the funds form sends. */
export interface Submission {
  readonly operationId: OperationId;
  readonly cardId: string;
  readonly balanceSeen: null;
  readonly form: OperationForm;
  readonly goOnReason?: string;
}

/** No answer, half of one, or one that says nothing: what the browser's code sees as an exception. */
export const LOST = "lost";
export type Lost = typeof LOST;

/** What a person can do at a desk, at any of its instances. Nothing here throws for a desk that is away. */
export interface Door {
  /** Null when that did not work. */
  readonly signIn: (instance: number, email: string) => Promise<Session | null>;
  readonly submit: (
    instance: number,
    session: Session,
    input: Submission,
  ) => Promise<Answered | Lost>;
  /** "Check now". */
  readonly check: (instance: number, session: Session, id: OperationId) => Promise<Answered | Lost>;
  /** A supervisor's yes to a movement that may be the operation. */
  readonly confirm: (
    instance: number,
    session: Session,
    input: {
      readonly operationId: OperationId;
      readonly movementId: string;
      readonly reason: string;
    },
  ) => Promise<Answered | Lost>;
  /** "Send again", for what was proven absent. */
  readonly sendAgain: (
    instance: number,
    session: Session,
    input: { readonly operationId: OperationId; readonly resends: OperationId },
  ) => Promise<Answered | Lost>;
  /** The status of an operation that is on record; null for one that is not. */
  readonly statusOf: (
    instance: number,
    session: Session,
    id: OperationId,
  ) => Promise<OperationStatus | null | Lost>;
}

/** What the browser keeps of a sign-in: a cookie. It is good at every instance. */
export type Session = string;
