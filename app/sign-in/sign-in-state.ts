import type { SignInProblem } from "@/lib/domain/sign-in-problem";

import { askAuth } from "@/app/_auth/ask-auth";

/** Where somebody is on the way in. */
export interface SignInState {
  readonly step: "password" | "code";
  /** Comes back into the field: an action empties the form that it came from. */
  readonly email: string;
  /** Kept in memory until the code is there, so that nobody types it twice; never written down. */
  readonly password: string;
  readonly problem: SignInProblem | "wrong-code" | null;
  /** Whom the answer was for: two wrong passwords in a row are two answers. */
  readonly attempt: number;
  readonly isDone: boolean;
}

export const START: SignInState = {
  step: "password",
  email: "",
  password: "",
  problem: null,
  attempt: 0,
  isDone: false,
};

/** What comes of a press on one of the form's buttons. */
export async function goOn(
  state: SignInState,
  form: FormData,
  { target, demoPassword }: { target: string; demoPassword: string },
): Promise<SignInState> {
  if (form.has("restart")) return { ...START, email: state.email, attempt: state.attempt + 1 };
  const demoEmail = textOf(form, "demo");
  const isCode = state.step === "code";
  const typed = isCode ? state.email : textOf(form, "email");
  const email = demoEmail === "" ? typed : demoEmail;
  const ownPassword = isCode ? state.password : textOf(form, "password");
  const password = demoEmail === "" ? ownPassword : demoPassword;
  const code: Record<string, string> = isCode ? { code: textOf(form, "code") } : {};
  const fields = { email, password, ...code, callbackUrl: target };
  const reply = await askAuth("callback/credentials", fields);
  const next = { ...state, email, attempt: state.attempt + 1, problem: null };
  if (reply.kind === "go") {
    // A full load and not a step of the router: nothing rendered for nobody is kept.
    window.location.assign(reply.url);
    return { ...next, password: "", isDone: true };
  }
  switch (reply.why) {
    case "code":
      return { ...next, step: "code", password };
    case "refused":
      return { ...next, problem: isCode ? "wrong-code" : "wrong" };
    case "too-many":
    case "unavailable":
      return { ...next, problem: reply.why };
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
