"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { FormEvent } from "react";

import { NewPasswordField } from "@/app/_people/new-password-field";
import { problemAt, useVerb } from "@/app/_people/use-verb";
import { VerbFailureNotice } from "@/app/_people/verb-failure";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";

import { changeOwnPasswordAction } from "./actions";

/** Another password, for whoever knows the present one. */
export function ChangePassword({ email }: { email: string }) {
  const { t } = useReader();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const { run, isWorking, failure } = useVerb(changeOwnPasswordAction);
  const current = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const [wrongCurrent, wrongNext] = ["current", "next"].map((path) => {
    const problem = problemAt(failure, path);
    return problem === null ? undefined : t(`problems.${problem}`);
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = { current: current.current?.value ?? "", next: next.current?.value ?? "" };
    run(
      typed,
      () => {
        // Another form in its place: what was typed goes with this one.
        setAttempt(attempt + 1);
        router.refresh();
      },
      () => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
    );
  }

  return (
    <div className="flex max-w-form flex-col gap-4">
      <form key={attempt} noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {/* Password managers keep a password under the name that stands beside it. */}
        <input type="text" name="email" autoComplete="username" defaultValue={email} hidden />
        <TextField
          ref={current}
          type="password"
          name="current"
          label={t("account.password.current")}
          error={wrongCurrent}
          autoComplete="current-password"
        />
        <NewPasswordField ref={next} error={wrongNext} />
        <VerbFailureNotice failure={failure} fields={["current", "next"]} />
        <div>
          <Button
            type="submit"
            variant="primary"
            isBusy={isWorking}
            busyLabel={t("account.password.working")}
          >
            {t("account.password.submit")}
          </Button>
        </div>
      </form>
      <output className="font-medium text-applied empty:hidden">
        {attempt > 0 && failure === null && t("account.password.done")}
      </output>
    </div>
  );
}
