"use client";

import { useSearchParams } from "next/navigation";
import { useRef } from "react";

const STEP = "step";
const REVIEW = "review";

/**
 * The step of the form, kept in the address: the browser's back button leads from the review to the
 * fields, and a reload stays where it was.
 */
export function useStep() {
  const search = useSearchParams();
  const hasPushed = useRef(false);

  function address(change: (search: URLSearchParams) => void): string {
    const next = new URLSearchParams(window.location.search);
    change(next);
    const query = next.toString();
    return query === "" ? window.location.pathname : `${window.location.pathname}?${query}`;
  }

  return {
    isReview: search.get(STEP) === REVIEW,
    goToReview() {
      hasPushed.current = true;
      window.history.pushState(
        null,
        "",
        address((next) => next.set(STEP, REVIEW)),
      );
    },
    goToFields() {
      if (hasPushed.current) window.history.back();
      else {
        window.history.replaceState(
          null,
          "",
          address((next) => next.delete(STEP)),
        );
      }
      hasPushed.current = false;
    },
    /** Keeps a choice of the form in the address, so that it can be bookmarked. */
    keep(name: "mode" | "operation", value: string) {
      window.history.replaceState(
        null,
        "",
        address((next) => {
          next.set(name, value);
          next.delete("again");
        }),
      );
    },
  };
}
