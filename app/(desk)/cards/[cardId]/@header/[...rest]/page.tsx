import { failureWords } from "@/app/_reading/failure-words";
import { RetryButton } from "@/app/_reading/retry-button";
import { CardHeader } from "@/components/domain/card-header";
import { Notice } from "@/components/ui/notice";
import { CardId } from "@/lib/domain/ids";
import { getReader } from "@/lib/i18n/server";
import { currentCard } from "@/lib/server/cards/current-card";

interface PageProps {
  params: Promise<{ cardId: string }>;
}

/** The top of the card's pages, read anew on the way to each of them. */
export default async function CardHeaderSlot({ params }: PageProps) {
  const cardId = CardId.safeParse((await params).cardId);
  if (!cardId.success) return null;
  const [card, reader] = await Promise.all([currentCard(cardId.data), getReader()]);
  if (card.ok) return <CardHeader reader={reader} card={card.value} />;
  // The layout says this one in place of the whole page.
  if (card.failure.kind === "not-found") return null;
  const { title, detail, issuerMessage } = failureWords(reader, card.failure);
  return (
    <Notice tone="warn" title={title} actions={<RetryButton />} className="mb-3">
      <p>{detail}</p>
      {issuerMessage !== null && <p>{issuerMessage}</p>}
    </Notice>
  );
}
