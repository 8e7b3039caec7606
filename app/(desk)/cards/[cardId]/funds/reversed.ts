import type { OperationId } from "@/lib/domain/ids";
import { toDecimal } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import type { Direction, OperationForm } from "@/lib/domain/operation";
import { opposite } from "@/lib/domain/reversal";
import type { Reader } from "@/lib/i18n/reader";

import { emptyForm } from "./draft";

/** The operation that the form takes back. */
export interface Reversed {
  readonly operationId: OperationId;
  readonly reference: string;
  readonly direction: Direction;
  readonly amount: Money;
  readonly by: string;
  readonly at: Date;
  /** What of it is not reversed yet: never zero. */
  readonly left: Money;
}

/** The form of a reversal as it starts: all that is left, with observations that name the original. */
export function reversalForm({ t }: Pick<Reader, "t">, reversed: Reversed): OperationForm {
  const { reference, direction, left } = reversed;
  return {
    ...emptyForm(left.currency),
    mode: "adjustment",
    direction: opposite(direction),
    amount: toDecimal(left),
    observations: t("reversal.observations", { reference }),
  };
}
