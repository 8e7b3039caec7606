import path from "node:path";

/** Source text without comments, by its path below the project. */
export type Sources = ReadonlyMap<string, string>;

export interface Rule {
  readonly name: string;
  /** The paths that break the rule. */
  readonly broken: (sources: Sources) => string[];
  /** Files that break it, each by itself. */
  readonly planted: readonly (readonly [file: string, text: string])[];
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const ours = (sources: Sources, folder: RegExp) =>
  [...sources].filter(([file]) => folder.test(file) && !isTest(file));
const where = (
  files: readonly (readonly [string, string])[],
  breaks: (text: string, file: string) => boolean,
) => files.filter(([file, text]) => breaks(text, file)).map(([file]) => file);

const asksWho = (text: string) => /\b(?:currentActor|requireActor)\(\)/.test(text);

const imports = (text: string) =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].map(
    (match) => match[1] ?? "",
  );

/** Handlers for people who are not signed in, or for machines: they tell nothing of anybody. */
export const OPEN_ROUTES = new Set([
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/health/live/route.ts",
  "app/api/health/ready/route.ts",
]);
/** Language and appearance are chosen before signing in too, and give access to nothing. */
export const OPEN_ACTIONS = new Set(["app/_preferences/actions.ts"]);
/** Pages in whose stead another file asks, because several pages show what it reads. */
export const ASKED_FOR_BY: ReadonlyMap<string, string> = new Map([
  ["app/(desk)/notes/page.tsx", "app/_notes/notes-of.tsx"],
  ["app/(desk)/cards/[cardId]/notes/page.tsx", "app/_notes/notes-of.tsx"],
  ["app/(desk)/cards/[cardId]/@header/[...rest]/page.tsx", "lib/server/cards/current-card.ts"],
]);

const isActionsOnly = (text: string) =>
  !/^export (?!const \w+ = action\()/m.test(text) && !/\bexport default\b/.test(text);

export const RULES: readonly Rule[] = [
  {
    name: "every file in lib/server begins with import server-only",
    broken: (sources) =>
      where(
        ours(sources, /^lib\/server\//),
        (text) => !text.trimStart().startsWith('import "server-only";'),
      ),
    planted: [
      ["lib/server/operations/steal.ts", "export const x = 1;"],
      ["lib/server/late.ts", 'import z from "zod";\nimport "server-only";'],
      ["lib/server/commented.ts", '// import "server-only";\nexport const x = 1;'],
    ],
  },
  {
    name: "server actions stand in actions.ts, and each is action(verb)",
    broken: (sources) =>
      where(ours(sources, /./), (text, file) => {
        if (!/^\s*["']use server["']/m.test(text) || OPEN_ACTIONS.has(file)) return false;
        return path.basename(file) !== "actions.ts" || !isActionsOnly(text);
      }),
    planted: [
      ["app/(desk)/page.tsx", 'async function go() {\n  "use server";\n}'],
      ["app/helpers.ts", '"use server";\nexport const go = action(verb);'],
      [
        "app/actions.ts",
        '"use server";\nexport const go = action(verb);\nexport async function bare() {}',
      ],
      ["app/actions.ts", "'use server';\nexport const go = async () => {};"],
      ["app/actions.ts", '"use server";\nexport { secret } from "@/lib/server/secret";'],
      ["app/actions.ts", '"use server";\nexport * from "@/lib/server/secret";'],
    ],
  },
  {
    name: "no page and no layout is a client component",
    broken: (sources) =>
      where(ours(sources, /^app\/.*(?:page|layout)\.tsx$/), (text) =>
        /^\s*["']use client["']/.test(text),
      ),
    planted: [
      ["app/(desk)/page.tsx", '"use client";\nexport default function Page() {}'],
      ["app/layout.tsx", "'use client'"],
    ],
  },
  {
    name: "every verb of lib/server/operations has a test",
    broken: (sources) => {
      const used = new Set(
        ours(sources, /^(?!lib\/server\/operations\/|lib\/(?:testing|bench)\/)/).flatMap(
          ([, text]) => imports(text),
        ),
      );
      const tested = new Set(
        [...sources]
          .filter(([file]) => /^lib\/server\/operations\/.*\.test\.ts$/.test(file))
          .flatMap(([, text]) => imports(text)),
      );
      return where(ours(sources, /^lib\/server\/operations\//), (text, file) => {
        const name = path.basename(file, ".ts");
        const isVerb = /export (?:async )?function \w+\(\s*desk: Desk/.test(text);
        return isVerb && used.has(`@/lib/server/operations/${name}`) && !tested.has(`./${name}`);
      });
    },
    planted: [
      [
        "lib/server/operations/burn-money.ts",
        'import "server-only";\nexport async function burnMoney(desk: Desk) {}',
      ],
    ],
  },
  {
    name: "nothing changes or removes what is in the journal",
    broken: (sources) =>
      where(ours(sources, /./), (text) =>
        /\b(?:update|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+(?:only\s+)?(?:"?public"?\.)?"?journal\b|(?:updateTable|deleteFrom|mergeInto|replaceInto)\(\s*["'`](?:public\.)?journal\b|(?:drop|disable)\s+trigger\b|session_replication_role/i.test(
          text,
        ),
      ),
    planted: [
      ["lib/server/a.ts", 'import "server-only";\nsql`UPDATE journal SET at = now()`'],
      ["lib/server/b.ts", 'import "server-only";\ndb.deleteFrom("journal")'],
      ["lib/server/c.ts", 'import "server-only";\ndb.updateTable(\n  "journal as j")'],
      ["lib/server/d.sql", 'delete from public."journal"'],
      ["lib/server/e.ts", 'import "server-only";\nsql`alter table journal disable trigger all`'],
    ],
  },
  {
    name: "one file of the server speaks HTTP to others",
    broken: (sources) =>
      where(
        ours(sources, /^lib\/server\/(?!issuer\/transport\.ts)/),
        (text) =>
          /(?<![.\w])fetch\(|globalThis\.fetch/.test(text) ||
          imports(text).some((name) =>
            /^(?:node:)?(?:https?|http2|net|tls)$|^(?:axios|undici|got|ky|node-fetch)(?:\/|$)/.test(
              name,
            ),
          ),
      ),
    planted: [
      ["lib/server/a.ts", 'import "server-only";\nawait fetch(url)'],
      ["lib/server/issuer/b.ts", 'import "server-only";\nimport https from "node:https";'],
      ["lib/server/c.ts", 'import "server-only";\nimport { request } from "undici";'],
    ],
  },
  {
    name: "only what sends money or reads the issuer knows its address",
    broken: (sources) =>
      where(
        ours(sources, /^(?:app|components|lib\/server)\/(?!issuer\/|env|desk\.ts)/),
        (text, file) =>
          !file.startsWith("lib/server/issuer/") &&
          /\bissuer\.url\b|\bissuer\/transport\b|MIGO_API_URL/.test(text),
      ),
    planted: [
      ["lib/server/cards/a.ts", 'import "server-only";\nconst x = desk.issuer.url;'],
      ["app/b.ts", 'import { send } from "@/lib/server/issuer/transport";'],
    ],
  },
  {
    name: "every route handler is handler(read), which asks who it is, and only reads",
    broken: (sources) =>
      where(ours(sources, /^app\/.*route\.tsx?$/), (text, file) => {
        if (OPEN_ROUTES.has(file)) return false;
        return (
          !/^export const GET = handler(?:<\w+>)?\(/m.test(text) ||
          /export (?:async )?(?:function|const) (?:POST|PUT|PATCH|DELETE)\b/.test(text)
        );
      }),
    planted: [
      ["app/api/leak/route.ts", "export async function GET() { return Response.json(secret); }"],
      [
        "app/api/commented/route.ts",
        "// export const GET = handler(read);\nexport const GET = read;",
      ],
      [
        "app/api/change/route.ts",
        "export async function POST() { const actor = await currentActor(); }",
      ],
    ],
  },
  {
    name: "every page behind the sign-in asks who it is",
    broken: (sources) =>
      where(
        ours(sources, /^app\/\(desk\)\/.*page\.tsx$/),
        (text, file) => !asksWho(sources.get(ASKED_FOR_BY.get(file) ?? "") ?? text),
      ),
    planted: [
      [
        "app/(desk)/imported/page.tsx",
        'import { requireActor } from "@/lib/server/auth/current-actor";',
      ],
      [
        "app/(desk)/secret/page.tsx",
        "export default async function Page() { return list(desk()); }",
      ],
    ],
  },
  {
    name: "lib/domain imports the small zod, the table of currencies and itself",
    broken: (sources) =>
      where(ours(sources, /^lib\/domain\//), (text) =>
        imports(text).some(
          (name) => !/^(?:zod\/mini|dinero\.js\/currencies|\.\/[a-z-]+)$/.test(name),
        ),
      ),
    planted: [
      ["lib/domain/small.ts", 'import { z } from "zod";'],
      ["lib/domain/a.ts", 'import fs from "node:fs";'],
      ["lib/domain/b.ts", 'import { now } from "@/lib/server/clock";'],
      ["lib/domain/c.ts", 'const x = await import("react");'],
      ["lib/domain/d.ts", 'import { add } from "dinero.js";'],
      ["lib/domain/e.ts", 'import "../server/db/connect";'],
    ],
  },
  {
    // One import of the other one in whatever reaches the browser, and every form carries both.
    name: "app and components import the small zod",
    broken: (sources) =>
      where(ours(sources, /^(?:app|components)\//), (text) => imports(text).includes("zod")),
    planted: [["app/(desk)/watch.tsx", 'import { z } from "zod";']],
  },
  {
    name: "lib/domain and lib/wire read no clock, no environment and no chance",
    broken: (sources) =>
      where(ours(sources, /^lib\/(?:domain|wire)\//), (text) =>
        /new Date\(\s*\)|Date\.now\(|Math\.random\(|process\.|performance\.now/.test(text),
      ),
    planted: [
      ["lib/domain/a.ts", "const x = new Date();"],
      ["lib/wire/b.ts", "const x = process.env.HOME;"],
    ],
  },
  {
    name: "lib/server reads the time of day in clock.ts alone",
    broken: (sources) =>
      where(ours(sources, /^lib\/server\/(?!clock\.ts)/), (text) =>
        /new Date\(\s*\)|Date\.now\(/.test(text),
      ),
    planted: [["lib/server/a.ts", 'import "server-only";\nconst x = Date.now();']],
  },
];

/** The text of a source file without its comments, so that a comment neither breaks nor keeps a rule. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(])\/\/.*$/gm, "$1");
}
