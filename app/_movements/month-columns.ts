import type { Currency } from "@/lib/domain/currency";
import type { OperationId } from "@/lib/domain/ids";
import { parseIssuerAmount, toDecimal } from "@/lib/domain/money";
import type { Flow, Movement } from "@/lib/domain/movement";

/** A column in which few values stand many times: each value once, and an index for each row. */
interface Repeated<T> {
  readonly values: readonly T[];
  readonly rows: readonly number[];
}

/**
 * A month's movements on the way to the browser, column by column. An object per row would send every
 * field's name 100,000 times; text that repeats itself is sent once. Amounts are decimals as text.
 */
export interface MonthColumns {
  /** ISO 8601, when the issuer's feed was read. */
  readonly readAt: string;
  readonly unreadableCount: number;
  readonly id: readonly (string | null)[];
  /** Unix milliseconds. */
  readonly at: readonly (number | null)[];
  readonly amount: readonly string[];
  readonly currency: Repeated<Currency>;
  readonly flow: Repeated<Flow>;
  readonly type: Repeated<string | null>;
  readonly status: Repeated<string | null>;
  readonly text: Repeated<string | null>;
  readonly reference: readonly (string | null)[];
  /** Our operation, for the rows that have one: [row, operation id]. */
  readonly operations: readonly (readonly [number, OperationId])[];
}

/** What is written into columns, and read from them again. */
export interface MonthRows {
  readonly movements: readonly Movement[];
  readonly unreadableCount: number;
  readonly readAt: Date;
}

/** The month as columns, ready for JSON. */
export function toColumns({ movements, unreadableCount, readAt }: MonthRows): MonthColumns {
  return {
    readAt: readAt.toISOString(),
    unreadableCount,
    id: movements.map(({ id }) => id),
    at: movements.map(({ at }) => (at === null ? null : Date.parse(at))),
    amount: movements.map(({ amount }) => toDecimal(amount)),
    currency: repeated(movements.map(({ amount }) => amount.currency)),
    flow: repeated(movements.map(({ flow }) => flow)),
    type: repeated(movements.map(({ type }) => type)),
    status: repeated(movements.map(({ status }) => status)),
    text: repeated(movements.map(({ text }) => text)),
    reference: movements.map(({ reference }) => reference),
    operations: movements.flatMap(({ operationId }, row) =>
      operationId === null ? [] : [[row, operationId] as const],
    ),
  };
}

/** The month that was written into columns. Throws when the columns are not of our own making. */
export function fromColumns(columns: MonthColumns): MonthRows {
  const operations = new Map(columns.operations);
  const movements = columns.amount.map((decimal, row): Movement => {
    const at = present(columns.at[row]);
    const amount = parseIssuerAmount(decimal, valueAt(columns.currency, row));
    if (!amount.ok) throw new Error("An amount that we wrote cannot be read.");
    return {
      id: present(columns.id[row]),
      at: at === null ? null : new Date(at).toISOString(),
      type: valueAt(columns.type, row),
      flow: valueAt(columns.flow, row),
      amount: amount.value,
      status: valueAt(columns.status, row),
      reference: present(columns.reference[row]),
      text: valueAt(columns.text, row),
      operationId: operations.get(row) ?? null,
    };
  });
  const { unreadableCount, readAt } = columns;
  return { movements, unreadableCount, readAt: new Date(readAt) };
}

function repeated<T>(column: readonly T[]): Repeated<T> {
  const indexes = new Map<T, number>();
  const rows = column.map((value) => {
    const index = indexes.get(value) ?? indexes.size;
    indexes.set(value, index);
    return index;
  });
  return { values: [...indexes.keys()], rows };
}

function valueAt<T>(column: Repeated<T>, row: number): T {
  return present(column.values[present(column.rows[row])]);
}

/** A cell that the other columns say is there. */
function present<T>(cell: T | undefined): T {
  if (cell === undefined) throw new Error("The columns of a month have different lengths.");
  return cell;
}
