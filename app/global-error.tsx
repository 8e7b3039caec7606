"use client";

import { useEffect } from "react";

import { buttonStyle } from "@/components/ui/button-style";

import { themeCookie, themeOf } from "./_preferences/preference";
import { digestOf } from "./_shell/digest";
import type { ErrorPageProps } from "./_shell/digest";

import "./globals.css";

// The layout itself broke, and with it the reader's language: the few words are here in both.
const WORDS = [
  {
    lang: "es-GT",
    title: "La mesa no se pudo mostrar",
    detail:
      "Si acababa de enviar una operación, no la envíe otra vez: búsquela primero en Operaciones.",
    retry: "Intentar de nuevo",
  },
  {
    lang: "en-US",
    title: "The desk could not be shown",
    detail:
      "If you had just sent an operation, do not send it again: look for it under Operations first.",
    retry: "Try again",
  },
] as const;

export default function GlobalErrorPage({ error, retry }: ErrorPageProps) {
  // The outside system is the document: this page has no server that could read the cookie.
  useEffect(() => {
    const start = `${themeCookie(window.location.origin)}=`;
    const pair = document.cookie.split("; ").find((text) => text.startsWith(start));
    const theme = themeOf(pair?.slice(start.length));
    if (theme !== "system") document.documentElement.dataset["theme"] = theme;
  }, []);
  return (
    <html lang="es-GT">
      <body>
        <title>Mesa de Fondos · Funds Desk</title>
        <main className="mx-auto flex max-w-form flex-col gap-8 px-4 py-20">
          {WORDS.map(({ lang, title, detail, retry: label }) => (
            <section key={lang} lang={lang} className="flex flex-col items-start gap-3">
              <h1 className="text-lg font-semibold">{title}</h1>
              <p className="text-ink-soft">{detail}</p>
              <button type="button" onClick={retry} className={buttonStyle("primary", "md")}>
                {label}
              </button>
            </section>
          ))}
          <p className="text-xs text-ink-soft">
            Referencia · Reference: <code className="font-mono text-ink">{digestOf(error)}</code>
          </p>
        </main>
      </body>
    </html>
  );
}
