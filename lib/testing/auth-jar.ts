import { z } from "zod";

import { answerAuth } from "@/lib/server/auth/auth-endpoints";
import type { PeopleEnv } from "@/lib/server/env-people";

import { SOMEWHERE } from "./desk";
import type { TestDesk } from "./desk";

/** Test helpers: a browser's cookies before /api/auth, and the process that answers. */

/** Makes `test` the desk of this process, as its environment would. */
export function configureProcess(
  test: TestDesk,
  publicUrl = "http://desk.example",
  oidc: PeopleEnv["oidc"] = null,
): void {
  const desk = { ...test.desk, oidc };
  globalThis.fundsDesk = desk;
  const { databaseUrl } = test;
  globalThis.fundsDeskEnv = { ...desk, people: desk, databaseUrl, publicUrl, port: 3000 };
  // The library takes its own address from here and from nowhere else.
  // oxlint-disable-next-line node/no-process-env
  process.env["NEXTAUTH_URL"] = publicUrl;
}

/** Takes that back. */
export function forgetProcess(): void {
  globalThis.fundsDesk = undefined;
  globalThis.fundsDeskEnv = undefined;
}

/** A browser: it keeps the cookies that it is sent. */
export class Jar {
  readonly cookies = new Map<string, string>();
  async ask(method: string, path: string, fields: Record<string, string> = {}) {
    const isGet = method === "GET";
    const answer = await answerAuth({
      method,
      path: path.split("/"),
      cookies: Object.fromEntries(this.cookies),
      query: isGet ? fields : {},
      body: isGet ? {} : fields,
      origin: SOMEWHERE,
    });
    for (const line of answer?.cookies ?? []) this.keep(line);
    return answer;
  }
  async post(path: string, fields: Record<string, string> = {}) {
    const csrf = await this.ask("GET", "csrf");
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(csrf?.body);
    const answer = await this.ask("POST", path, { ...fields, csrfToken, json: "true" });
    if (answer === null) throw new Error(`There is no ${path}.`);
    return answer;
  }
  private keep(line: string) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    const value = decodeURIComponent(pair.slice(at + 1));
    if (value === "") this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), value);
  }
}
