import type { Failure } from "@/lib/domain/failure";
import type { Reader } from "@/lib/i18n/reader";

export interface FailureWords {
  readonly title: string;
  readonly detail: string;
  /** The issuer's own words for a refusal, shown as they came. */
  readonly issuerMessage: string | null;
}

/** Why a read from the issuer gave nothing: it refused, or it does not answer. */
export function failureWords({ t }: Pick<Reader, "t">, failure: Failure): FailureWords {
  if (failure.kind === "issuer-refused") {
    return {
      title: t("errors.issuerRefused.title"),
      detail: t("errors.issuerRefused.detail", { code: failure.code }),
      issuerMessage: failure.message,
    };
  }
  return {
    title: t("errors.issuerUnavailable.title"),
    detail: t("errors.issuerUnavailable.detail"),
    issuerMessage: null,
  };
}
