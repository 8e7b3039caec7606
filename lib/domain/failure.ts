import type { OperationId } from "./ids";
import type { Permission } from "./operator";

/** A problem at a field: the path as the form names it, the message a key of the `problems` words. */
export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

/** Every expected failure of a verb. What is not here is a bug and throws. */
export type Failure =
  | { readonly kind: "signed-out" }
  | { readonly kind: "denied"; readonly permission: Permission }
  | { readonly kind: "invalid"; readonly fields: readonly FieldProblem[] }
  | { readonly kind: "not-found"; readonly what: "card" | "operation" | "month" }
  /** The same operation id came with another payload. */
  | { readonly kind: "id-reused"; readonly operationId: OperationId }
  /** The reference is held on this card by an operation that is applied, unknown or on its way. */
  | { readonly kind: "reference-taken"; readonly operationId: OperationId }
  /** The issuer cannot be reached or cannot answer a read. Nothing was sent that moves money. */
  | { readonly kind: "issuer-unavailable" }
  /** The issuer definitely refused a read or a login, by a code or a status. */
  | { readonly kind: "issuer-refused"; readonly code: string; readonly message: string | null };
