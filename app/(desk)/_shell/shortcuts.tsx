"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { ReactNode } from "react";

import { FINDER_ID, SHORTCUTS_ID } from "./shell-ids";

const STORE_KEY = "desk-shortcuts";
const CHANGED = "desk-shortcuts-changed";

const areEnabled = () => localStorage.getItem(STORE_KEY) !== "off";

function subscribe(notify: () => void): () => void {
  window.addEventListener(CHANGED, notify);
  return () => window.removeEventListener(CHANGED, notify);
}

/** `/` goes to the card finder, `?` opens the list. No single key does more than that. */
export function ShortcutKeys() {
  // The outside system is the keyboard of the whole document.
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== "/" && event.key !== "?") return;
  if (isTyping(event.target) || document.querySelector("dialog[open]") || !areEnabled()) return;
  event.preventDefault();
  if (event.key === "?") return openShortcuts();
  const finder = document.getElementById(FINDER_ID);
  if (finder instanceof HTMLInputElement) {
    finder.focus();
    finder.select();
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}

function openShortcuts(): void {
  const dialog = document.getElementById(SHORTCUTS_ID);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
}

/** Opens the list of shortcuts. */
export function ShortcutsButton({
  className,
  children,
}: {
  className: string;
  children: ReactNode;
}) {
  return (
    <button type="button" className={className} onClick={openShortcuts}>
      {children}
    </button>
  );
}

/** Turns the single-key shortcuts off and on (WCAG 2.1.4); kept on this computer. */
export function ShortcutsSwitch({ describedBy }: { describedBy: string }) {
  const isChecked = useSyncExternalStore(subscribe, areEnabled, () => true);
  return (
    <input
      type="checkbox"
      checked={isChecked}
      aria-describedby={describedBy}
      className="size-4 shrink-0 accent-accent"
      onChange={(event) => {
        localStorage.setItem(STORE_KEY, event.target.checked ? "on" : "off");
        window.dispatchEvent(new Event(CHANGED));
      }}
    />
  );
}
