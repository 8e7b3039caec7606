import { NotebookText } from "lucide-react";

import { Amount } from "@/components/domain/amount";
import { DirectionLabel } from "@/components/domain/direction-label";
import { Moment } from "@/components/domain/moment";
import { OutcomeBadge } from "@/components/domain/outcome-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { Desk } from "@/lib/server/desk";
import type { NoteView } from "@/lib/server/notes/list-notes";

interface NoteListProps {
  reader: Reader;
  notes: readonly NoteView[];
  reasons: Desk["reasons"];
  /** Whose card it was, where the list holds more than one card's. */
  hasCard: boolean;
}

/** Notes as an auditor reads them: the text first, then who, on what, with which outcome. */
export function NoteList({ reader, notes, reasons, hasCard }: NoteListProps) {
  const { t } = reader;
  return (
    <Panel isFlush>
      <ol aria-label={t("notes.list")} className="flex flex-col">
        {notes.map((note) => (
          <li key={note.key} className="border-t first:border-t-0">
            <Note reader={reader} note={note} reasons={reasons} hasCard={hasCard} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface NoteProps extends Omit<NoteListProps, "notes"> {
  note: NoteView;
}

function Note({ reader, note, reasons, hasCard }: NoteProps) {
  const { t, locale } = reader;
  const { operation, kind } = note;
  const reason = reasons.find(({ code }) => code === operation.reasonCode);
  const reasonWords = reason?.[locale] ?? operation.reasonCode;
  return (
    <article className="grid gap-x-8 gap-y-2 px-4 py-3.5 md:grid-cols-[minmax(0,1fr)_19rem] lg:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="text-xs text-ink-soft">
          <Author note={note} reader={reader} /> · <Moment reader={reader} at={note.at} />
        </p>
        <blockquote className="max-w-words font-medium whitespace-pre-line [overflow-wrap:anywhere]">
          {note.text}
        </blockquote>
        <p className="text-xs text-ink-soft">
          {t(`notes.${kind}`)}
          {kind === "observations" && reasonWords !== null && (
            <>
              {" · "}
              {t("notes.reason")}: <span className="text-ink">{reasonWords}</span>
            </>
          )}
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5 text-sm">
        <p className="flex items-center justify-between gap-3">
          <DirectionLabel reader={reader} direction={operation.direction} />
          <Amount
            reader={reader}
            money={operation.amount}
            flow={operation.direction}
            hasCurrency
            className="font-medium"
          />
        </p>
        <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <TextLink
            href={paths.operation(operation.id)}
            className="font-mono [overflow-wrap:anywhere]"
          >
            {operation.reference}
          </TextLink>
          <OutcomeBadge reader={reader} outcome={operation.status} />
        </p>
        {hasCard && <Card note={note} reader={reader} />}
      </div>
    </article>
  );
}

function Author({ note, reader: { t } }: { note: NoteView; reader: Reader }) {
  return (
    <>
      <span className="font-medium text-ink">{note.by}</span>
      {note.role !== null && `, ${t(`common.role.${note.role}`)}`}
    </>
  );
}

function Card({ note, reader: { t } }: { note: NoteView; reader: Reader }) {
  const { cardId } = note.operation;
  const ending =
    note.lastFour === null ? null : t("common.card.ending", { lastFour: note.lastFour });
  return (
    <p className="truncate text-ink-soft">
      <TextLink href={paths.cardNotes(cardId)} className="font-mono">
        #{cardId}
      </TextLink>{" "}
      {[note.holder, ending].filter((part) => part !== null).join(", ")}
    </p>
  );
}

interface NoNotesProps {
  reader: Pick<Reader, "t">;
  isCard: boolean;
}

/** Where notes would be, before there are any. */
export function NoNotes({ reader: { t }, isCard }: NoNotesProps) {
  return (
    <Panel isFlush>
      <EmptyState icon={NotebookText} title={isCard ? t("notes.emptyCard") : t("notes.empty")}>
        {t("notes.emptyDetail")}
      </EmptyState>
    </Panel>
  );
}
