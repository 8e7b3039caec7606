import type { Metadata } from "next";

import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { Notice } from "@/components/ui/notice";
import type { Card } from "@/lib/domain/card";
import { CardId, OperationId } from "@/lib/domain/ids";
import { toDecimal } from "@/lib/domain/money";
import { CHANNELS, Direction, Mode, OTHER_CHANNEL } from "@/lib/domain/operation";
import type { OperationForm } from "@/lib/domain/operation";
import { may, permissionToMove } from "@/lib/domain/operator";
import { opposite } from "@/lib/domain/reversal";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { currentCard } from "@/lib/server/cards/current-card";
import { desk } from "@/lib/server/desk";
import { readOperation } from "@/lib/server/operations/read-operation";
import type { OperationView } from "@/lib/server/operations/view";

import { emptyForm } from "./draft";
import { findReversed } from "./find-reversed";
import { FundsForm } from "./funds-form";
import { CannotReverseMessage, ReversalBanner } from "./reversal-messages";
import { reversalForm } from "./reversed";

interface PageProps {
  params: Promise<{ cardId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("funds.title") };
}

/** The funds-operation form. A card that does not exist is the layout's to say. */
export default async function FundsPage({ params, searchParams }: PageProps) {
  const [actor, reader, { cardId }, query] = await Promise.all([
    requireActor(),
    getReader(),
    params,
    searchParams,
  ]);
  const { t, locale } = reader;
  const allowed = Direction.options.filter((one) => may(actor.operator, permissionToMove(one)));
  if (allowed.length === 0) {
    return <ForbiddenMessage operator={actor.operator} permission="operation.add-funds" />;
  }
  const id = CardId.safeParse(cardId);
  const card = id.success ? await currentCard(id.data) : null;
  if (card === null || !card.ok) return null;

  const again = await refusedOperation(query["again"]);
  const reverses = again?.reverses ?? query["reverses"] ?? null;
  const found = reverses === null ? null : await findReversed(actor, card.value.id, reverses);
  if (found?.kind === "cannot") {
    return <CannotReverseMessage reader={reader} cardId={card.value.id} {...found} />;
  }
  const reversed = found?.reversed ?? null;
  const directions = reversed === null ? allowed : [opposite(reversed.direction)];
  const mode = Mode.safeParse(query["mode"]);
  const direction = Direction.safeParse(query["operation"]);
  const asked = {
    ...(mode.success ? { mode: mode.data } : {}),
    ...(direction.success && allowed.includes(direction.data) ? { direction: direction.data } : {}),
    ...(reversed === null ? {} : { direction: opposite(reversed.direction) }),
  };
  const anew = reversed === null ? emptyForm(card.value.currency) : reversalForm(reader, reversed);
  const reasons = desk().reasons.map((reason) => ({ code: reason.code, label: reason[locale] }));
  return (
    <div className="flex flex-col gap-4">
      <h1 className="sr-only">{t("funds.title")}</h1>
      <NotActive card={card.value} words={t} />
      {reversed !== null && <ReversalBanner reader={reader} reversed={reversed} />}
      <ClientMessages
        namespaces={[
          "funds",
          "problems",
          "sense",
          "pulse",
          ...(reversed === null ? [] : (["reversal"] as const)),
        ]}
      >
        <FundsForm
          // Another intent has another form: nothing of one is to be seen in the other.
          key={reversed?.operationId ?? "of the card"}
          card={card.value}
          operatorId={actor.operator.id}
          allowed={directions}
          reasons={reasons}
          startForm={again === null ? anew : formOf(again)}
          asked={asked}
          isFresh={again !== null}
          reversed={reversed}
          provesOver={desk().stepUp.amounts}
        />
      </ClientMessages>
    </div>
  );
}

function NotActive({
  card,
  words: t,
}: {
  card: Card;
  words: Awaited<ReturnType<typeof getReader>>["t"];
}) {
  if (card.status === "active" || card.issuerStatus === null) return null;
  const status =
    card.status === "other" ? card.issuerStatus : t(`common.card.status.${card.status}`);
  return <Notice tone="warn">{t("funds.cardNotActive", { status })}</Notice>;
}

/** The operation whose fields fill the form again: only a refused one, whose reference is free. */
async function refusedOperation(
  asked: string | string[] | undefined,
): Promise<OperationView | null> {
  const id = OperationId.safeParse(asked);
  if (!id.success) return null;
  const story = await readOperation(desk(), await requireActor(), id.data);
  return story.ok && story.value.operation.status === "refused" ? story.value.operation : null;
}

function formOf(operation: OperationView): OperationForm {
  const channel = operation.channel ?? "";
  const isListed = channel === "" || CHANNELS.some((known) => known === channel);
  return {
    mode: operation.mode,
    direction: operation.direction,
    amount: toDecimal(operation.amount),
    currency: operation.amount.currency,
    reference: operation.reference,
    channel: isListed ? channel : OTHER_CHANNEL,
    otherChannel: isListed ? "" : channel,
    description: operation.description ?? "",
    customKeys: Object.entries(operation.customKeys).map(([key, value]) => ({ key, value })),
    observations: operation.observations ?? "",
    reasonCode: operation.reasonCode ?? "",
  };
}
