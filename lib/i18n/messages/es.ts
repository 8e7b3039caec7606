import { account } from "./es/account";
import { codes } from "./es/codes";
import { common } from "./es/common";
import { errors } from "./es/errors";
import { find } from "./es/find";
import { funds } from "./es/funds";
import { home } from "./es/home";
import { line } from "./es/line";
import { movements } from "./es/movements";
import { notes } from "./es/notes";
import { operations } from "./es/operations";
import { outcome } from "./es/outcome";
import { people } from "./es/people";
import { problems } from "./es/problems";
import { pulse } from "./es/pulse";
import { reversal } from "./es/reversal";
import { sense } from "./es/sense";
import { session } from "./es/session";
import { sessions } from "./es/sessions";
import { settle } from "./es/settle";
import { shell } from "./es/shell";
import { signIn } from "./es/sign-in";
import { story } from "./es/story";
import { unsettled } from "./es/unsettled";
import type { Messages } from "./en";
import type { Translation } from "./translation";

/** All Spanish words, as Guatemalan business says them, with usted. */
export const es: Translation<Messages> = {
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
};
