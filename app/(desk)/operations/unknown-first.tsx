import { OUTCOME_LOOK } from "@/components/domain/outcome-badge";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

interface UnknownFirstProps {
  reader: Reader;
  count: number;
  /** There are more than were counted. */
  isMore: boolean;
}

/** Above a list by time, what must not sink in it. */
export function UnknownFirst({ reader: { t, locale }, count, isMore }: UnknownFirstProps) {
  const shown = isMore ? `${formatCount(locale, count - 1)}+` : formatCount(locale, count);
  return (
    <Notice
      tone="warn"
      icon={OUTCOME_LOOK.unknown.icon}
      actions={<LinkButton href={paths.unsettled()}>{t("operations.seeUnknown")}</LinkButton>}
    >
      {t("operations.unknownFirst", { count, shown })}
    </Notice>
  );
}
