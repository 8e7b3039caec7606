import type { Route } from "next";

import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import { may } from "@/lib/domain/operator";
import type { Operator } from "@/lib/domain/operator";
import { paths } from "@/lib/paths";

/** Where a card opens: at the form for who may move money, at this month for who may not. */
export function cardLanding(operator: Operator, cardId: CardId, month: Month): Route {
  const mayOperate =
    may(operator, "operation.add-funds") || may(operator, "operation.withdraw-funds");
  return mayOperate ? paths.funds(cardId) : paths.movements(cardId, month);
}
