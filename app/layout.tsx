import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";

import { INTL_TAGS } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/server";
import { deskEnv } from "@/lib/server/env";

import { themeCookie, themeOf } from "./_preferences/preference";
import { SandboxBar } from "./_shell/sandbox-bar";
import { ClientMessages } from "./client-messages";
import { figuresFont, textFont } from "./fonts";
import { Hydrated } from "./providers";

import "./globals.css";

/** The tab says whether money is real, even when the page cannot be seen. */
export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const { t } = await getReader();
  const isSandbox = deskEnv().issuer.mode === "sandbox";
  const mark = isSandbox ? t("shell.sandbox.tab") : "";
  const product = t("common.product");
  return {
    title: { default: mark + product, template: `${mark}%s · ${product}` },
    icons: { icon: isSandbox ? "/icon-sandbox.svg" : "/icon.svg" },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time has no nonce, and its scripts would be refused: none is.
  await connection();
  const reader = await getReader();
  const { issuer, publicUrl } = deskEnv();
  const { mode } = issuer;
  const theme = themeOf((await cookies()).get(themeCookie(publicUrl))?.value);
  return (
    <html
      lang={INTL_TAGS[reader.locale]}
      data-theme={theme === "system" ? undefined : theme}
      data-environment={mode}
      className={`${textFont.variable} ${figuresFont.variable}`}
    >
      <body>
        {mode === "sandbox" && <SandboxBar reader={reader} />}
        <ClientMessages>{children}</ClientMessages>
        <Hydrated />
      </body>
    </html>
  );
}
