import type { Problem } from "@/lib/domain/problem";
import type { Reader } from "@/lib/i18n/reader";

/** What is wrong at a field. Of a card number it says which field holds it, wherever it is read. */
export function problemInWords({ t }: Pick<Reader, "t">, path: string, problem: Problem): string {
  const field = problem === "text.card-number" ? fieldInWords(t, path) : null;
  return field === null ? t(`problems.${problem}`) : t("sense.cardNumber", { field });
}

function fieldInWords(t: Reader["t"], path: string): string | null {
  const row = /^customKeys\.(\d+)\.(key|value)$/.exec(path);
  if (row !== null) {
    const number = String(Number(row[1]) + 1);
    return row[2] === "key" ? t("sense.keyOfRow", { number }) : t("sense.valueOfRow", { number });
  }
  switch (path) {
    case "reference":
    case "otherChannel":
    case "description":
    case "observations":
      return t(`funds.${path}`);
    case "goOnReason":
      return t("sense.reason");
    default:
      return null;
  }
}
