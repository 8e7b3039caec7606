"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";

import { ProductMark } from "@/app/_shell/product-mark";
import { useReader } from "@/lib/i18n/use-reader";

import { SHUT } from "./session-store";

interface CoverProps {
  titleId: string;
  /** What the browser's tab says meanwhile: the page's own title may name a card. */
  tabTitle: string;
  children: ReactNode;
}

/**
 * Covers the whole page. It cannot be left: whatever closes it, the Escape key or a gesture of the
 * browser, opens it again. The focus goes back to where it was when it is gone.
 */
export function Cover({ titleId, tabTitle, children }: CoverProps) {
  const { t } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);

  // The outside system is the browser's top layer. In a layout effect, because only an element that is
  // still in the document gives the focus back, and only to what can be seen.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const root = document.documentElement;
    root.setAttribute(SHUT, "");
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener("cancel", (event) => event.preventDefault(), { signal });
    element.addEventListener("close", () => element.showModal(), { signal });
    element.showModal();
    return () => {
      stop.abort();
      root.removeAttribute(SHUT);
      element.close();
    };
  }, []);
  // The outside system is the browser's tab.
  useEffect(() => {
    const before = document.title;
    const mark = /^\[[^\]]*\] /.exec(before)?.[0] ?? "";
    document.title = `${mark}${tabTitle} · ${t("common.product")}`;
    return () => {
      document.title = before;
    };
  }, [tabTitle, t]);

  return (
    <dialog
      ref={dialog}
      closedby="none"
      aria-labelledby={titleId}
      data-cover
      className="visible fixed inset-0 m-0 h-dvh max-h-none w-dvw max-w-none overflow-y-auto overscroll-contain border-0 bg-surface p-0 text-ink backdrop:bg-surface"
    >
      {/* As at the top of every page of a sandbox; the page's own is covered. */}
      <p className="stripes hidden h-bar items-center justify-center text-xs font-medium text-sandbox [[data-environment=sandbox]_&]:flex">
        {t("session.sandbox")}
      </p>
      <div className="flex min-h-[calc(100%-var(--bar-height))] flex-col items-center px-4 pt-[max(2rem,14vh)] pb-6">
        <div className="flex w-full max-w-88 flex-col gap-6">
          <p className="flex items-center gap-2.5 font-semibold">
            <ProductMark />
            {t("common.product")}
          </p>
          {children}
        </div>
      </div>
    </dialog>
  );
}
