"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import type { OperatorId } from "@/lib/domain/ids";
import { useReader } from "@/lib/i18n/use-reader";

import {
  endAllOtherSessionsAction,
  endOwnOtherSessionsAction,
  endSessionsOfAction,
} from "./actions";
import { useVerb } from "./use-verb";
import { VerbFailureNotice } from "./verb-failure";

/** Which sessions: one's own others, one person's, or everybody's but this one. */
export type Many =
  | { readonly kind: "others" }
  | { readonly kind: "person"; readonly operatorId: OperatorId; readonly name: string }
  | { readonly kind: "everybody" };

const ACTIONS = {
  others: endOwnOtherSessionsAction,
  person: endSessionsOfAction,
  everybody: endAllOtherSessionsAction,
} as const;

/** Ends several sessions at once. Asks once more, because it takes work out of people's hands. */
export function EndMany({ of, count }: { of: Many; count: number }) {
  const { t } = useReader();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [ended, setEnded] = useState<number | null>(null);
  const { run, isWorking, failure } = useVerb(ACTIONS[of.kind]);
  const place = useRef<HTMLDivElement>(null);
  const hasAsked = useRef(false);
  // Focus lives outside of React: what has it goes with each press, and the next thing takes its place.
  useEffect(() => {
    if (isAsking || hasAsked.current)
      place.current?.querySelector<HTMLElement>("[data-next]")?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  const words = {
    others: { submit: t("sessions.endOthers"), lead: t("sessions.endOthersLead", { count }) },
    person: {
      submit: t("sessions.endAllOf"),
      lead: t("sessions.endAllOfLead", { count, name: of.kind === "person" ? of.name : "" }),
    },
    everybody: {
      submit: t("sessions.endEverybody"),
      lead: t("sessions.endEverybodyLead", { count }),
    },
  }[of.kind];

  function end() {
    run(of.kind === "person" ? { operatorId: of.operatorId } : {}, (value) => {
      setEnded(value.ended);
      setAsking(false);
      router.refresh();
    });
  }

  if (count === 0 && ended === null) return null;
  return (
    <div ref={place} className="flex flex-col items-start gap-3">
      {ended !== null && !isAsking && (
        <p data-next tabIndex={-1} className="font-medium focus-visible:outline-none">
          {t("sessions.ended", { count: ended })}
        </p>
      )}
      {!isAsking && count > 0 && (
        <Button data-next onClick={() => setAsking(true)}>
          {words.submit}
        </Button>
      )}
      {isAsking && (
        <div className="flex flex-col gap-3">
          <p className="max-w-words">{words.lead}</p>
          <div className="flex flex-wrap gap-2">
            <Button
              data-next
              variant="danger"
              isBusy={isWorking}
              busyLabel={t("sessions.ending")}
              onClick={end}
            >
              {words.submit}
            </Button>
            <Button onClick={() => setAsking(false)}>{t("common.cancel")}</Button>
          </div>
        </div>
      )}
      <VerbFailureNotice failure={failure} />
    </div>
  );
}
