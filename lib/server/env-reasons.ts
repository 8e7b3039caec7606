import "server-only";

import { fail, ok, type Result } from "@/lib/domain/result";

/** Why an adjustment is made: a code for reports and the words of both languages. Kept by us, never sent. */
export type AdjustmentReason = { readonly code: string; readonly en: string; readonly es: string };

export const defaultReasons: readonly AdjustmentReason[] = [
  { code: "error-correction", en: "Correction of an error", es: "Corrección de un error" },
  { code: "fee-refund", en: "Fee refund", es: "Devolución de comisión" },
  { code: "goodwill", en: "Goodwill credit", es: "Abono de cortesía" },
  { code: "dispute", en: "Dispute or chargeback", es: "Disputa o contracargo" },
  { code: "recovery", en: "Recovery of funds", es: "Recuperación de fondos" },
];

/** Reads `code:English:Español;…`. The failure is what is wrong with it, as the end of a sentence. */
export function parseReasons(value: string): Result<AdjustmentReason[], string> {
  const reasons: AdjustmentReason[] = [];
  for (const entry of value.split(";").map((part) => part.trim())) {
    // A semicolon at the end is no mistake worth a stop.
    if (entry === "") continue;
    const [code = "", en = "", es = "", ...rest] = entry.split(":").map((part) => part.trim());
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(code)) {
      return fail(`has a code that is not made of a-z, 0-9 and "-": "${code}"`);
    }
    if (!en || !es || rest.length > 0)
      return fail(`has no English and Spanish words for "${code}"`);
    if (reasons.some((reason) => reason.code === code)) return fail(`has the code "${code}" twice`);
    reasons.push({ code, en, es });
  }
  return reasons.length > 0 ? ok(reasons) : fail("holds no reason");
}
