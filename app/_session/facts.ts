import type { ProofMethod } from "@/lib/domain/access";
import { desk } from "@/lib/server/desk";
import type { Actor } from "@/lib/server/desk";

/** What the dialogs of a session say of its person and of the desk's rules. */
export interface SessionFacts {
  readonly name: string;
  readonly email: string;
  readonly proofMethod: ProofMethod;
  /** The provider's name, where people sign in at one. */
  readonly provider: string;
  readonly hours: number;
  readonly failures: number;
  readonly lockMinutes: number;
}

export function factsOf({ operator, proofMethod }: Actor): SessionFacts {
  const { oidc, sessionRules, signInLock } = desk();
  return {
    name: operator.name,
    email: operator.email,
    proofMethod,
    provider: oidc?.name ?? "",
    hours: Math.round(sessionRules.maxAgeMs / 3_600_000),
    failures: signInLock.failures,
    lockMinutes: Math.round(signInLock.lockMs / 60_000),
  };
}
