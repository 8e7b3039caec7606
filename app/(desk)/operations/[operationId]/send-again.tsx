"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { newOperationId } from "@/lib/domain/ids";
import type { OperationId } from "@/lib/domain/ids";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import { sendAgainAction } from "./actions";
import { DecisionFailureNotice } from "./decision-failure";
import { useDecision } from "./use-decision";

interface SendAgainProps {
  /** The operation that was not applied. */
  resends: OperationId;
  /** What would move, in one sentence; and how it goes out. */
  sentence: string;
  lead: string;
  /** The exact request. */
  children: ReactNode;
}

/** Sends again what was not applied, once it is confirmed, and goes to the new operation's page. */
export function SendAgain(props: SendAgainProps) {
  const { t } = useReader();
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  if (isAsking) {
    const leave = () => {
      setIsAsking(false);
      requestAnimationFrame(() => opener.current?.querySelector("button")?.focus());
    };
    return <Confirm {...props} onLeave={leave} />;
  }
  return (
    <div ref={opener} className="print:hidden">
      <Button variant="primary" size="lg" onClick={() => setIsAsking(true)}>
        <Icon of={RotateCcw} />
        {t("settle.again.button")}
      </Button>
    </div>
  );
}

function Confirm({
  resends,
  sentence,
  lead,
  children,
  onLeave,
}: SendAgainProps & { onLeave: () => void }) {
  const { t } = useReader();
  const router = useRouter();
  const { run, working, failure } = useDecision();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // One id for all presses of this step, so that they are one operation.
  const [operationId] = useState(() =>
    newOperationId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  );
  // The focus lives outside of React: it goes to what has just been asked.
  useEffect(() => title.current?.focus(), []);
  const send = () =>
    run(
      "send",
      () => sendAgainAction({ operationId, resends }),
      () => router.push(paths.operation(operationId)),
    );
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 rounded-lg border border-accent bg-surface-raised p-4 print:hidden"
    >
      <h2 id={id} ref={title} tabIndex={-1} className="text-base font-semibold">
        {t("settle.again.title")}
      </h2>
      <p className="max-w-words text-base font-medium">{sentence}</p>
      <p className="max-w-words text-ink-soft [overflow-wrap:anywhere]">{lead}</p>
      <Disclosure summary={t("settle.again.request")}>{children}</Disclosure>
      <DecisionFailureNotice failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="lg"
          isBusy={working !== null}
          busyLabel={t("settle.again.working")}
          onClick={() => void send()}
        >
          {t("settle.again.confirm")}
        </Button>
        <Button size="lg" onClick={onLeave}>
          {t("settle.again.cancel")}
        </Button>
      </div>
    </section>
  );
}
