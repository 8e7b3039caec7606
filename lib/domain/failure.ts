import type { ProofMethod } from "./access";
import type { OperationId } from "./ids";
import type { OperationStatus } from "./journal";
import type { Permission } from "./operator";

/** A problem at a field: the path as the form names it, the message a key of the `problems` words. */
export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

/** Every expected failure of a verb. What is not here is a bug and throws. */
export type Failure =
  | { readonly kind: "signed-out" }
  /** The session waits for its person to prove to be themselves again. Nothing was done. */
  | { readonly kind: "locked" }
  /** The account lacks a password of the person's own or a second factor. */
  | { readonly kind: "incomplete" }
  /** It takes a fresh proof of who asks, by this means. Nothing was done. */
  | { readonly kind: "step-up"; readonly method: ProofMethod }
  /** Too many requests: the next one may come in so long. */
  | { readonly kind: "too-many"; readonly retryAfterMs: number }
  | { readonly kind: "denied"; readonly permission: Permission }
  | { readonly kind: "invalid"; readonly fields: readonly FieldProblem[] }
  | {
      readonly kind: "not-found";
      readonly what: "card" | "operation" | "month" | "operator" | "session";
    }
  /** The same operation id came with another payload. */
  | { readonly kind: "id-reused"; readonly operationId: OperationId }
  /** The reference is held on this card by an operation that is applied, unknown or on its way. */
  | { readonly kind: "reference-taken"; readonly operationId: OperationId }
  /** Similar operations were sent within the last hours, and no reason to go on came along. */
  | { readonly kind: "similar"; readonly operationIds: readonly OperationId[] }
  /** The desk sends nothing at present. `reason` is null when it stopped by itself. */
  | {
      readonly kind: "line-stopped";
      /** An ISO 8601 instant. */
      readonly since: string;
      readonly by: string;
      readonly reason: string | null;
    }
  /** It has an outcome, or another one than what was asked for needs. */
  | {
      readonly kind: "wrong-status";
      readonly operationId: OperationId;
      readonly status: OperationStatus;
    }
  /** It takes something back itself, or the opposite operation does not fit it. */
  | { readonly kind: "not-reversible"; readonly operationId: OperationId }
  /** More than what is not reversed yet; `left` is a decimal. */
  | {
      readonly kind: "reversal-too-large";
      readonly operationId: OperationId;
      readonly left: string;
      readonly currency: string;
    }
  /** Something in the issuer's feed may be it, so it is not sent again. */
  | { readonly kind: "may-have-arrived"; readonly operationId: OperationId }
  /** Another operation has claimed the movement. */
  | { readonly kind: "movement-claimed" }
  /** The issuer cannot be reached or cannot answer a read. Nothing was sent that moves money. */
  | { readonly kind: "issuer-unavailable" }
  /** The issuer definitely refused a read or a login, by a code or a status. */
  | { readonly kind: "issuer-refused"; readonly code: string; readonly message: string | null };
