import type { Reader } from "@/lib/i18n/reader";
import type { PersonView } from "@/lib/server/operators/person-view";

/** Whether somebody signs in with a second factor, as far as the desk knows. */
export function factorWord(
  t: Reader["t"],
  { isOwn, hasSecondFactor }: Pick<PersonView, "isOwn" | "hasSecondFactor">,
): string {
  if (!isOwn) return t("people.factor.provider");
  return t(hasSecondFactor ? "people.factor.yes" : "people.factor.no");
}
