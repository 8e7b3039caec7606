import "server-only";

import type { Selectable } from "kysely";
import { z } from "zod";

import { OperatorId } from "@/lib/domain/ids";
import type { Operator } from "@/lib/domain/operator";

import type { Schema } from "../db/schema";

/** An address as it is kept and compared: in small letters. */
export const Email = z
  .string()
  .trim()
  .max(200)
  .pipe(z.email())
  .transform((email) => email.toLowerCase());

/** The row as a person, without the password's hash. */
export function operatorOf(
  row: Pick<Selectable<Schema["operators"]>, "id" | "email" | "name" | "role">,
): Operator {
  return { id: OperatorId.parse(row.id), email: row.email, name: row.name, role: row.role };
}
