"use client";

import { ErrorMessage } from "@/app/_shell/error-message";
import type { ErrorPageProps } from "@/app/_shell/digest";

/** A page of the desk broke: the shell around it stays, so that the way on is one click. */
export default function DeskErrorPage(props: ErrorPageProps) {
  return <ErrorMessage {...props} />;
}
