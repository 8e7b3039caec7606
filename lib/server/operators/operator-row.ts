import "server-only";

import type { Selectable } from "kysely";
import { z } from "zod";

import { OperatorId } from "@/lib/domain/ids";
import type { Operator } from "@/lib/domain/operator";
import { containsCardNumber, storableText } from "@/lib/domain/text";

import type { Schema } from "../db/schema";

/** An address as it is kept and compared: in small letters. */
export const Email = z
  .string()
  .trim()
  .max(200)
  .pipe(z.email())
  .transform((email) => email.toLowerCase());

/**
 * A person's name as it stands beside what they did: one line, and nothing that turns the text around it
 * about. From the form, the command and the provider alike.
 */
export const PersonName = z
  .string("name.empty")
  .transform((name) => storableText(name).replaceAll(/\p{Bidi_Control}/gu, ""))
  .transform((name) => name.trim().replaceAll(/\s+/g, " "))
  .pipe(z.string().min(1, "name.empty").max(100, "name.long"))
  .refine((name) => !containsCardNumber(name), "text.card-number");

/** The row as a person, without the password's hash. */
export function operatorOf(
  row: Pick<Selectable<Schema["operators"]>, "id" | "email" | "name" | "role">,
): Operator {
  return { id: OperatorId.parse(row.id), email: row.email, name: row.name, role: row.role };
}
