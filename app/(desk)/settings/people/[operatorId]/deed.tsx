"use client";

import { useRouter } from "next/navigation";
import type { FormEvent, ReactNode } from "react";

import { problemAt, useVerb } from "@/app/_people/use-verb";
import { VerbFailureNotice } from "@/app/_people/verb-failure";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { Failure } from "@/lib/domain/failure";
import type { OperatorId } from "@/lib/domain/ids";
import type { Result } from "@/lib/domain/result";
import { useReader } from "@/lib/i18n/use-reader";

interface DeedProps<T> {
  of: "role" | "disable" | "enable" | "password" | "factor" | "unlock";
  operatorId: OperatorId;
  verb: (input: unknown) => Promise<Result<T, Failure>>;
  onDone: (value: T) => void;
  /** Whether it takes a reason. */
  hasReason?: boolean;
  isDanger?: boolean;
  /** The names of the fields in `children`, which say themselves what is wrong. */
  fields?: readonly string[];
  children?: (error: (path: string) => string | undefined) => ReactNode;
}

/** One thing that can be done about an account: what it means, what it takes, and the button. */
export function Deed<T>(props: DeedProps<T>) {
  const { of, operatorId, verb, onDone, hasReason, isDanger, fields = [], children } = props;
  const { t } = useReader();
  const router = useRouter();
  const { run, isWorking, failure } = useVerb(verb);
  const error = (path: string) => {
    const problem = problemAt(failure, path);
    return problem === null ? undefined : t(`problems.${problem}`);
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    run(
      { ...Object.fromEntries(new FormData(form)), operatorId },
      (value) => {
        form.reset();
        form.closest("details")?.removeAttribute("open");
        onDone(value);
        router.refresh();
      },
      () => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
    );
  }

  return (
    <Disclosure summary={t(`people.manage.${of}.title`)}>
      <form
        noValidate
        className="mb-3 flex max-w-120 flex-col gap-4 border-l-2 pl-4"
        onSubmit={submit}
      >
        <p className="max-w-words text-ink-soft">{t(`people.manage.${of}.lead`)}</p>
        {children?.(error)}
        {hasReason === true && (
          <TextAreaField
            name="reason"
            rows={2}
            label={t("people.manage.reason")}
            help={t("people.manage.reasonHelp")}
            error={error("reason")}
          />
        )}
        <VerbFailureNotice
          failure={failure}
          fields={hasReason === true ? [...fields, "reason"] : fields}
        />
        <div>
          <Button
            type="submit"
            variant={isDanger === true ? "danger" : "primary"}
            isBusy={isWorking}
            busyLabel={t("people.manage.working")}
          >
            {t(`people.manage.${of}.submit`)}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
