"use client";

import { signIn } from "next-auth/react";
import type { Route } from "next";
import { useActionState, useEffect, useRef } from "react";

import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Operator } from "@/lib/domain/operator";
import { useReader } from "@/lib/i18n/use-reader";

import { DemoPeople } from "./demo-people";

export type DemoPerson = Pick<Operator, "role" | "email" | "name">;

interface SignInFormProps {
  /** A path of ours, already checked. */
  target: Route;
  /** The demo people of a sandbox and their password; null on a live desk. */
  demo: { people: readonly DemoPerson[]; password: string } | null;
}

interface State {
  /** Comes back into the field: an action empties the form it came from. */
  email: string;
  problem: "wrong" | "unavailable" | null;
  /** Whom the answer was for: two wrong passwords in a row are two answers. */
  attempt: number;
  isDone: boolean;
}

/**
 * Email and password. The form's action is a function, which React queues when the button is pressed
 * before the page has come to life: the password never ends up in the address.
 */
export function SignInForm({ target, demo }: SignInFormProps) {
  const { t } = useReader();
  const password = useRef<HTMLInputElement>(null);
  const [state, submit, isPending] = useActionState(
    async (previous: State, form: FormData): Promise<State> => {
      const demoEmail = textOf(form, "demo");
      const email = demoEmail === "" ? textOf(form, "email") : demoEmail;
      const secret = demoEmail === "" ? textOf(form, "password") : (demo?.password ?? "");
      const problem = await tryToSignIn(email, secret);
      // A full load and not a step of the router: nothing rendered for nobody is kept.
      if (problem === null) window.location.assign(target);
      return { email, problem, attempt: previous.attempt + 1, isDone: problem === null };
    },
    { email: "", problem: null, attempt: 0, isDone: false },
  );
  // The outside system is the focus: what has to be typed again is where the cursor goes.
  useEffect(() => {
    if (state.problem !== null) password.current?.focus();
  }, [state]);
  const isBusy = isPending || state.isDone;
  return (
    <form action={submit} className="flex flex-col gap-6">
      <div className="flex flex-col gap-4">
        {state.problem !== null && (
          <Notice key={state.attempt} tone="error">
            {t(`signIn.${state.problem}`)}
          </Notice>
        )}
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
          variant="primary"
          size="lg"
          isBusy={isBusy}
          busyLabel={t("signIn.submitting")}
        >
          {t("signIn.submit")}
        </Button>
      </div>
      {demo !== null && <DemoPeople people={demo.people} isBusy={isBusy} />}
    </form>
  );
}

/** Null when it worked. What the server thinks of the two is not told apart: neither must a guesser. */
async function tryToSignIn(email: string, password: string): Promise<State["problem"]> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok === true && answer.error == null) return null;
    return answer?.status === 401 ? "wrong" : "unavailable";
  } catch {
    // The library throws when the desk cannot be reached or answers with no JSON.
    return "unavailable";
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
