import { NotebookText } from "lucide-react";
import type { Route } from "next";

import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { PageLinks } from "@/app/_reading/page-links";
import { pageOf, readPage, windowOf } from "@/app/_reading/page-number";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import type { CardId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import { timeZoneNames } from "@/lib/i18n/format";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { listNotes } from "@/lib/server/notes/list-notes";

import { NoNotes, NoteList } from "./note-list";

interface NotesPageProps {
  /** Only this card's; without it everybody's on every card. */
  cardId?: CardId;
  /** `page` of the address, as it came. */
  askedPage: unknown;
  hrefOf: (page: number) => Route;
}

/** A page of notes, of one card or of all. */
export async function NotesOf({ cardId, askedPage, hrefOf }: NotesPageProps) {
  const [actor, reader] = await Promise.all([requireActor(), getReader()]);
  if (!may(actor.operator, "note.read")) {
    return <ForbiddenMessage operator={actor.operator} permission="note.read" />;
  }
  const { t, locale, timeZone } = reader;
  const { reasons, now } = desk();
  const page = readPage(askedPage);
  const filter = cardId === undefined ? {} : { cardId };
  const found = await listNotes(desk(), actor, { ...filter, ...windowOf(page) });
  const { rows, hasNext } = pageOf(found);
  const isCard = cardId !== undefined;
  return (
    <div className="flex flex-col gap-4">
      <PageTitle
        detail={`${t("notes.lead")} ${t("notes.zone", timeZoneNames(locale, timeZone, now()))}.`}
      >
        {t("notes.title")}
      </PageTitle>
      {rows.length > 0 && (
        <NoteList reader={reader} notes={rows} reasons={reasons} hasCard={!isCard} />
      )}
      {rows.length === 0 && page === 1 && <NoNotes reader={reader} isCard={isCard} />}
      {rows.length === 0 && page > 1 && (
        <Panel isFlush>
          <EmptyState
            icon={NotebookText}
            title={t("notes.emptyPage")}
            actions={<LinkButton href={hrefOf(1)}>{t("notes.firstPage")}</LinkButton>}
          />
        </Panel>
      )}
      <PageLinks
        label={t("notes.pages")}
        page={page}
        words={t("notes.page", { page: String(page) })}
        hasNext={hasNext}
        hrefOf={hrefOf}
        previous={t("notes.newer")}
        next={t("notes.older")}
      />
    </div>
  );
}
