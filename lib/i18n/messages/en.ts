import { account } from "./en/account";
import { codes } from "./en/codes";
import { common } from "./en/common";
import { errors } from "./en/errors";
import { find } from "./en/find";
import { funds } from "./en/funds";
import { home } from "./en/home";
import { line } from "./en/line";
import { movements } from "./en/movements";
import { notes } from "./en/notes";
import { operations } from "./en/operations";
import { outcome } from "./en/outcome";
import { people } from "./en/people";
import { problems } from "./en/problems";
import { pulse } from "./en/pulse";
import { reversal } from "./en/reversal";
import { sense } from "./en/sense";
import { session } from "./en/session";
import { sessions } from "./en/sessions";
import { settle } from "./en/settle";
import { shell } from "./en/shell";
import { signIn } from "./en/sign-in";
import { story } from "./en/story";
import { unsettled } from "./en/unsettled";

/** All English words. Their keys and their arguments are the types of the translator. */
export const en = {
  account,
  codes,
  common,
  errors,
  find,
  funds,
  home,
  line,
  movements,
  notes,
  operations,
  outcome,
  people,
  problems,
  pulse,
  reversal,
  sense,
  session,
  sessions,
  settle,
  shell,
  signIn,
  story,
  unsettled,
} as const;

export type Messages = typeof en;
export type Namespace = keyof Messages;
