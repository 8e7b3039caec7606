"use client";

import { useEffect } from "react";

import { tellProven } from "./session-watch";

/** Tells the tabs that wait that the provider has said who is there; they ask the server about it. */
export function TellProven() {
  // The outside systems are the other tabs.
  useEffect(tellProven, []);
  return null;
}
