import { Ban, CircleQuestionMark } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import type { CardStatus } from "@/lib/domain/card";
import type { Reader } from "@/lib/i18n/reader";

interface CardStatusBadgeProps {
  reader: Pick<Reader, "t">;
  status: CardStatus;
  /** The issuer's own word, shown where we have none for it. */
  issuerStatus?: string | null;
}

/** A card's status. Never red or green: those are the words of outcomes. */
export function CardStatusBadge({ reader, status, issuerStatus }: CardStatusBadgeProps) {
  const words = reader.t(`common.card.status.${status}`);
  if (status === "active") return <Badge>{words}</Badge>;
  if (status === "other") return <Badge icon={CircleQuestionMark}>{issuerStatus ?? words}</Badge>;
  return (
    <Badge icon={Ban} className="text-ink! shadow-[inset_0_0_0_1px_var(--line-strong)]">
      {words}
    </Badge>
  );
}
