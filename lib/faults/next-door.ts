import fs from "node:fs";
import path from "node:path";

import { z } from "zod";

import { OperationStatus } from "@/lib/domain/journal";
import { paths } from "@/lib/paths";
import { CardId, OperationId } from "@/lib/domain/ids";
import { DEMO_PASSWORD } from "@/lib/server/operators/demo";

import { readAnswer } from "./answered";
import { ask, parseJson } from "./ask";
import { LOST, type Door } from "./door";
import { actionValue } from "./flight";

const Manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

const FUNDS_ACTIONS = "app/(desk)/cards/[cardId]/funds/actions.ts";
const OPERATION_ACTIONS = "app/(desk)/operations/[operationId]/actions.ts";

/** The way in for people: next-auth's sign-in, the server actions of the built desk, and its GET handlers. */
export function nextDoor(root: string, ports: readonly number[]): Door {
  const submitId = actionId(root, FUNDS_ACTIONS, "submitOperationAction");
  const checkId = actionId(root, OPERATION_ACTIONS, "checkOperationAction");
  const confirmId = actionId(root, OPERATION_ACTIONS, "confirmProposalAction");
  const sendAgainId = actionId(root, OPERATION_ACTIONS, "sendAgainAction");
  const origin = (instance: number) => `http://127.0.0.1:${ports[instance % ports.length]}`;
  const act = async (instance: number, session: string, call: ActionCall) => {
    const answer = await ask(`${origin(instance)}${call.page}`, {
      method: "POST",
      headers: {
        Cookie: session,
        Origin: origin(instance),
        Accept: "text/x-component",
        "Content-Type": "text/plain;charset=UTF-8",
        "Next-Action": call.id,
      },
      body: JSON.stringify([call.input]),
    });
    return answer === LOST ? LOST : readAnswer(actionValue(answer.text));
  };
  return {
    signIn: (instance, email) => signIn(origin(instance), email),
    submit: (instance, session, input) =>
      act(instance, session, {
        page: paths.funds(CardId.parse(input.cardId)),
        id: submitId,
        input,
      }),
    check: (instance, session, id) =>
      act(instance, session, { page: paths.operation(id), id: checkId, input: id }),
    confirm: (instance, session, input) =>
      act(instance, session, { page: paths.operation(input.operationId), id: confirmId, input }),
    sendAgain: (instance, session, input) =>
      act(instance, session, { page: paths.operation(input.resends), id: sendAgainId, input }),
    statusOf: async (instance, session, id) => {
      const url = `${origin(instance)}${paths.operationStatus(OperationId.parse(id))}`;
      const answer = await ask(url, { headers: { Cookie: session } });
      if (answer === LOST) return LOST;
      if (answer.status === 404) return null;
      const body = z.object({ status: OperationStatus }).safeParse(parseJson(answer.text));
      return body.success ? body.data.status : LOST;
    },
  };
}

interface ActionCall {
  readonly page: string;
  readonly id: string;
  readonly input: unknown;
}

/** The id that the build gave to an action; a browser finds it in the page's code. */
function actionId(root: string, filename: string, exportedName: string): string {
  const file = path.join(root, ".next/server/server-reference-manifest.json");
  const { node } = Manifest.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  const found = Object.entries(node).find(
    ([, action]) => action.filename === filename && action.exportedName === exportedName,
  );
  if (found === undefined) throw new Error(`The build has no action ${exportedName}.`);
  return found[0];
}

/** next-auth's own way: a token against forged requests, and then the form. Gives the session's cookie. */
async function signIn(origin: string, email: string): Promise<string | null> {
  const csrf = await ask(`${origin}/api/auth/csrf`);
  if (csrf === LOST) return null;
  const token = z.object({ csrfToken: z.string() }).safeParse(parseJson(csrf.text));
  if (!token.success) return null;
  const answer = await ask(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookiesOf(csrf.headers), Origin: origin },
    body: new URLSearchParams({
      csrfToken: token.data.csrfToken,
      email,
      password: DEMO_PASSWORD,
      json: "true",
    }),
  });
  if (answer === LOST) return null;
  const session = /\bdesk-session=[^;]+/.exec(cookiesOf(answer.headers))?.[0];
  return session ?? null;
}

function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
