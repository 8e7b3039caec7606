"use client";

import type { ReactNode, SubmitEvent } from "react";

import { containsCardNumber } from "@/lib/domain/text";
import { paths } from "@/lib/paths";

/**
 * The finder's form. It asks by its address, with or without scripts; where there are scripts, a whole
 * card number is not put into one: addresses are kept by browsers, proxies and their logs.
 */
export function FinderForm({ children }: { children: ReactNode }) {
  return (
    <form action={paths.cards()} onSubmit={keepCardNumber} className="relative">
      {children}
    </form>
  );
}

function keepCardNumber(event: SubmitEvent<HTMLFormElement>): void {
  const typed = new FormData(event.currentTarget).get("find");
  if (typeof typed !== "string" || !containsCardNumber(typed)) return;
  event.preventDefault();
  event.currentTarget.reset();
  window.location.assign(paths.cards({ refused: "card-number" }));
}
