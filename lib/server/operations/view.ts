import "server-only";

import type { Selectable } from "kysely";
import { z } from "zod";

import { Currency } from "@/lib/domain/currency";
import { CardId, OperationId, OperatorId } from "@/lib/domain/ids";
import type { OperationStatus } from "@/lib/domain/journal";
import { money } from "@/lib/domain/money";
import type { Money } from "@/lib/domain/money";
import type { Direction, Mode } from "@/lib/domain/operation";

import type { Schema } from "../db/schema";

/** An operation as lists and pages show it. */
export interface OperationView {
  readonly id: OperationId;
  readonly cardId: CardId;
  readonly mode: Mode;
  readonly direction: Direction;
  readonly amount: Money;
  readonly reference: string;
  readonly status: OperationStatus;
  readonly operatorId: OperatorId;
  readonly operatorName: string;
  readonly createdAt: Date;
  readonly outcomeAt: Date | null;
  readonly reasonCode: string | null;
  readonly channel: string | null;
  readonly description: string | null;
  readonly observations: string | null;
  readonly customKeys: Readonly<Record<string, string>>;
  /** The operation that it takes back, or a part of it. */
  readonly reverses: OperationId | null;
}

const Details = z.object({
  channel: z.string().optional(),
  description: z.string().nullish(),
  observations: z.string().optional(),
  customKeys: z.record(z.string(), z.string()).optional(),
});

/** The row in our words. */
export function viewOf(row: Selectable<Schema["operations"]>): OperationView {
  const details = Details.parse(row.details);
  return {
    id: OperationId.parse(row.id),
    cardId: CardId.parse(row.card_id),
    mode: row.mode,
    direction: row.direction,
    amount: money(row.amount_units, Currency.parse(row.currency)),
    reference: row.reference,
    status: row.status,
    operatorId: OperatorId.parse(row.operator_id),
    operatorName: row.operator_name,
    createdAt: row.created_at,
    outcomeAt: row.outcome_at,
    reasonCode: row.reason_code,
    channel: details.channel ?? null,
    description: details.description ?? null,
    observations: details.observations ?? null,
    customKeys: details.customKeys ?? {},
    reverses: row.reverses === null ? null : OperationId.parse(row.reverses),
  };
}
