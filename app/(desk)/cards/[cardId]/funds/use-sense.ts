"use client";

import { useEffect, useRef, useState } from "react";

import { look } from "./sense";
import type { Sense } from "./sense";

const LOOKING: Sense = { kind: "looking" };

/** Asks at this address what was done before, as soon as there is one, and again when it changes. */
export function useSense(address: string | null) {
  const [known, setKnown] = useState<{ address: string; sense: Sense } | null>(null);
  const [asked, setAsked] = useState(0);
  const underWay = useRef<Promise<Sense>>(Promise.resolve(LOOKING));

  // The outside system is the desk, which other people change meanwhile.
  useEffect(() => {
    if (address === null) return undefined;
    const stop = new AbortController();
    underWay.current = look(address, stop.signal);
    void underWay.current.then((sense) => {
      if (!stop.signal.aborted) setKnown({ address, sense });
    });
    return () => stop.abort();
  }, [address, asked]);

  return {
    // What was found around another amount says nothing about this one.
    sense: known !== null && known.address === address ? known.sense : LOOKING,
    /** The answer, once it is there; two seconds at most. */
    answer: () => underWay.current,
    askAgain: () => setAsked((count) => count + 1),
  };
}
