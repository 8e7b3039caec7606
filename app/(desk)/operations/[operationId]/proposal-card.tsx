import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { Amount } from "@/components/domain/amount";
import { DirectionLabel } from "@/components/domain/direction-label";
import { Moment } from "@/components/domain/moment";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { Currency } from "@/lib/domain/currency";
import type { Doubt, Proposal } from "@/lib/domain/journal";
import { parseIssuerAmount } from "@/lib/domain/money";
import type { Reader } from "@/lib/i18n/reader";
import type { OperationView } from "@/lib/server/operations/view";

interface ProposalCardProps {
  reader: Reader;
  operation: OperationView;
  proposal: Proposal;
  /** The form of whoever may decide; null for who may not. */
  children: ReactNode;
}

interface Compared {
  readonly fact: string;
  readonly asked: ReactNode;
  readonly found: ReactNode;
  readonly differs: boolean;
}

/** A movement that may be the operation, beside what was asked for, with what speaks against it. */
export function ProposalCard({ reader, operation, proposal, children }: ProposalCardProps) {
  const { t } = reader;
  return (
    <Panel title={t("settle.proposal.title")} className="border-unknown">
      <div className="flex flex-col gap-4">
        <p className="max-w-words">{t("settle.proposal.lead")}</p>
        <Comparison reader={reader} rows={compare(reader, operation, proposal)} />
        {proposal.doubts.length > 0 && (
          <section className="flex flex-col gap-1">
            <h3 className="text-xs font-medium">{t("settle.proposal.doubts")}</h3>
            <ul className="flex list-disc flex-col gap-0.5 pl-5">
              {proposal.doubts.map((doubt) => (
                <li key={doubt}>{t(`settle.proposal.doubt.${doubt}`)}</li>
              ))}
            </ul>
          </section>
        )}
        {children ?? <p className="font-medium">{t("settle.proposal.supervisor")}</p>}
      </div>
    </Panel>
  );
}

function Comparison({ reader: { t }, rows }: { reader: Reader; rows: readonly Compared[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-base">
      <thead>
        <tr className="text-left text-xs text-ink-soft">
          <th scope="col" className="w-1/4 pr-3 pb-1 font-medium">
            <span className="sr-only">{t("settle.proposal.fact")}</span>
          </th>
          <th scope="col" className="pr-3 pb-1 font-medium">
            {t("settle.proposal.asked")}
          </th>
          <th scope="col" className="pb-1 font-medium">
            {t("settle.proposal.movement")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ fact, asked, found, differs }) => (
          <tr key={fact} className="border-t align-baseline [overflow-wrap:anywhere]">
            <th scope="row" className="py-2 pr-3 text-left font-normal text-ink-soft">
              {fact}
            </th>
            <td className="py-2 pr-3 figures">{asked}</td>
            <td className="py-2 figures">
              {found}
              {differs && (
                <span className="flex items-center gap-1 text-xs text-unknown">
                  <Icon of={CircleAlert} className="size-3.5" />
                  {t("settle.proposal.differs")}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function compare(reader: Reader, operation: OperationView, proposal: Proposal): Compared[] {
  const { t } = reader;
  const has = (...doubts: Doubt[]) => doubts.some((doubt) => proposal.doubts.includes(doubt));
  const { direction, amount, reference, createdAt } = operation;
  return [
    {
      fact: t("funds.amount"),
      asked: <Amount reader={reader} money={amount} hasCurrency />,
      found: <MovementAmount reader={reader} proposal={proposal} />,
      differs: has("amount", "currency"),
    },
    {
      fact: t("funds.operation.label"),
      asked: <DirectionLabel reader={reader} direction={direction} />,
      found: has("direction") ? (
        t("settle.proposal.otherDirection")
      ) : (
        <DirectionLabel reader={reader} direction={direction} />
      ),
      differs: has("direction"),
    },
    {
      fact: t("settle.proposal.moment"),
      asked: <Moment reader={reader} at={createdAt} precision="seconds" />,
      found:
        proposal.movementAt === null ? (
          "—"
        ) : (
          <Moment reader={reader} at={proposal.movementAt} precision="seconds" />
        ),
      differs: has("time"),
    },
    {
      fact: t("funds.reference"),
      asked: <span className="font-mono text-xs">{reference}</span>,
      found: has("no-reference") ? (
        t("settle.proposal.none")
      ) : has("reference") ? (
        t("settle.proposal.otherSpelling")
      ) : (
        <span className="font-mono text-xs">{reference}</span>
      ),
      differs: has("no-reference") || has("reference"),
    },
    ...idRow(reader, proposal),
  ];
}

/** Where the issuer gives no id, ours is made up of what can be seen: it tells a person nothing. */
function idRow({ t }: Reader, { movementId }: Proposal): Compared[] {
  if (movementId.startsWith("~|")) return [];
  const found = <span className="font-mono text-xs">{movementId}</span>;
  return [{ fact: t("settle.proposal.id"), asked: "—", found, differs: false }];
}

function MovementAmount({ reader, proposal }: { reader: Reader; proposal: Proposal }) {
  const currency = Currency.safeParse(proposal.currency);
  const amount = currency.success ? parseIssuerAmount(proposal.amount, currency.data) : null;
  if (amount === null || !amount.ok) return `${proposal.currency} ${proposal.amount}`;
  return <Amount reader={reader} money={amount.value} hasCurrency />;
}
