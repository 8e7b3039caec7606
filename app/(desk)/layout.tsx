import type { ReactNode } from "react";

import { factsOf } from "@/app/_session/facts";
import { SessionGuard } from "@/app/_session/session-guard";
import { ClientMessages } from "@/app/client-messages";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readPulse } from "@/lib/server/read-pulse";
import { readSessionClock } from "@/lib/server/auth/session-clock";

import { PulseProvider } from "./_pulse/pulse-provider";
import { StoppedBanner } from "./_pulse/stopped-banner";
import { Header } from "./_shell/header";
import { CONTENT_ID } from "./_shell/shell-ids";
import { ShortcutKeys } from "./_shell/shortcuts";
import { ShortcutsDialog } from "./_shell/shortcuts-dialog";
import { SideNav } from "./_shell/side-nav";

/** Everything behind sign-in stands in this frame. Each page still asks for its own permission. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [reader, pulse, clock] = await Promise.all([
    getReader(),
    readPulse(desk(), actor),
    readSessionClock(desk(), actor),
  ]);
  return (
    <ClientMessages namespaces={["pulse", "session"]}>
      <SessionGuard clock={clock} facts={factsOf(actor)}>
        <PulseProvider initial={pulse}>
          <a
            href={`#${CONTENT_ID}`}
            className="fixed top-2 left-2 z-50 -translate-y-20 rounded bg-accent px-3 py-2 font-medium text-accent-ink focus:translate-y-0"
          >
            {reader.t("shell.skip")}
          </a>
          <Header reader={reader} operator={actor.operator} />
          <StoppedBanner />
          <div className="flex">
            <SideNav reader={reader} operator={actor.operator} />
            <main
              id={CONTENT_ID}
              tabIndex={-1}
              className="min-w-0 flex-1 px-4 pt-6 max-sm:pb-20 sm:px-6 sm:pb-10 print:p-0"
            >
              <div className="mx-auto max-w-content">{children}</div>
            </main>
          </div>
          <ShortcutsDialog reader={reader} />
          <ShortcutKeys />
        </PulseProvider>
      </SessionGuard>
    </ClientMessages>
  );
}
