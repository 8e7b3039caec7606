import type { Metadata } from "next";

import { NotesOf } from "@/app/_notes/notes-of";
import { CardId } from "@/lib/domain/ids";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";

interface PageProps {
  params: Promise<{ cardId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("notes.title") };
}

/** What people wrote on this card. */
export default async function CardNotesPage({ params, searchParams }: PageProps) {
  const [{ cardId: typed }, { page }] = await Promise.all([params, searchParams]);
  const cardId = CardId.safeParse(typed);
  // The layout says that there is no such card.
  if (!cardId.success) return null;
  return (
    <NotesOf
      cardId={cardId.data}
      askedPage={page}
      hrefOf={(number) =>
        paths.cardNotes(cardId.data, { page: number === 1 ? undefined : String(number) })
      }
    />
  );
}
