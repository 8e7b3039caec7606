"use client";

import type { Route } from "next";
import { useActionState, useEffect, useRef, useState } from "react";

import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import type { Operator } from "@/lib/domain/operator";
import type { SignInProblem } from "@/lib/domain/sign-in-problem";
import { useReader } from "@/lib/i18n/use-reader";

import { CodeStep } from "./code-step";
import { DemoPeople } from "./demo-people";
import { ProblemNotice } from "./problem-notice";
import type { LockRule } from "./problem-notice";
import { ProviderButton } from "./provider-button";
import { START, goOn } from "./sign-in-state";

export type DemoPerson = Pick<Operator, "role" | "email" | "name">;

interface SignInFormProps {
  /** A path of ours, already checked. */
  target: Route;
  /** Why somebody came back from the provider. */
  problem: SignInProblem | null;
  /** The provider's name; null where there is none. */
  provider: string | null;
  hasOwnAccounts: boolean;
  lock: LockRule;
  /** The demo people of a sandbox and their password; null on a live desk. */
  demo: { people: readonly DemoPerson[]; password: string } | null;
}

/**
 * The provider, or email and password and then a code. The form's action is a function, which React
 * queues when the button is pressed before the page has come to life: the password never ends up in the
 * address.
 */
export function SignInForm({
  target,
  provider,
  hasOwnAccounts,
  lock,
  demo,
  ...given
}: SignInFormProps) {
  const [arrived, setArrived] = useState(given.problem);
  const [state, submit, isPending] = useActionState((previous: typeof START, form: FormData) => {
    setArrived(null);
    return goOn(previous, form, { target, demoPassword: demo?.password ?? "" });
  }, START);
  const isBusy = isPending || state.isDone;
  const problem = state.problem ?? arrived;
  return (
    <div className="flex flex-col gap-6">
      {problem !== null && <ProblemNotice key={state.attempt} {...{ problem, lock, provider }} />}
      {provider !== null && state.step === "password" && (
        <ProviderButton
          name={provider}
          target={target}
          isAnew={given.problem === "not-fresh"}
          onProblem={setArrived}
        />
      )}
      {provider !== null && hasOwnAccounts && state.step === "password" && <Or />}
      {hasOwnAccounts && (
        <form action={submit} className="flex flex-col gap-6">
          <div className="flex flex-col gap-4">
            {state.step === "code" ? (
              <CodeStep email={state.email} attempt={state.attempt} isBusy={isBusy} />
            ) : (
              <PasswordStep
                {...{ state, isBusy }}
                variant={provider === null ? "primary" : "secondary"}
              />
            )}
          </div>
          {demo !== null && state.step === "password" && (
            <DemoPeople people={demo.people} isBusy={isBusy} />
          )}
        </form>
      )}
    </div>
  );
}

function Or() {
  const { t } = useReader();
  return (
    <p className="flex items-center gap-3 text-xs text-ink-soft before:flex-1 before:border-t after:flex-1 after:border-t">
      {t("signIn.or")}
    </p>
  );
}

interface PasswordStepProps {
  state: typeof START;
  isBusy: boolean;
  variant: "primary" | "secondary";
}

function PasswordStep({ state, isBusy, variant }: PasswordStepProps) {
  const { t } = useReader();
  const password = useRef<HTMLInputElement>(null);
  // The outside system is the focus: what has to be typed again is where the cursor goes.
  useEffect(() => {
    if (state.attempt > 0) password.current?.focus();
  }, [state.attempt]);
  return (
    <>
      <TextField
        key={state.email}
        type="email"
        name="email"
        label={t("signIn.email")}
        defaultValue={state.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        ref={password}
        type="password"
        name="password"
        label={t("signIn.password")}
        autoComplete="current-password"
        required
      />
      <Button
        type="submit"
        variant={variant}
        size="lg"
        isBusy={isBusy}
        busyLabel={t("signIn.submitting")}
      >
        {t("signIn.submit")}
      </Button>
    </>
  );
}
