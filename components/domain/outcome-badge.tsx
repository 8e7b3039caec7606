import { CircleCheck, CircleQuestionMark, CircleSlash, CircleX, Send } from "lucide-react";
import type { LucideIcon } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/badge";
import type { OperationStatus } from "@/lib/domain/journal";
import type { Reader } from "@/lib/i18n/reader";

/** The one icon and the one colour of each outcome, for whatever shows it. The word is `outcome.*`. */
export const OUTCOME_LOOK: Readonly<Record<OperationStatus, { icon: LucideIcon; tone: Tone }>> = {
  applied: { icon: CircleCheck, tone: "applied" },
  refused: { icon: CircleX, tone: "refused" },
  unknown: { icon: CircleQuestionMark, tone: "unknown" },
  intended: { icon: Send, tone: "awaiting" },
  "not-applied": { icon: CircleSlash, tone: "neutral" },
};

interface OutcomeBadgeProps {
  reader: Pick<Reader, "t">;
  outcome: OperationStatus;
}

/** Icon, word and colour of an outcome, the same on every page. */
export function OutcomeBadge({ reader, outcome }: OutcomeBadgeProps) {
  const { icon, tone } = OUTCOME_LOOK[outcome];
  return (
    <Badge tone={tone} icon={icon}>
      {reader.t(`outcome.${outcome}`)}
    </Badge>
  );
}
