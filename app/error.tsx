"use client";

import { ErrorMessage } from "./_shell/error-message";
import type { ErrorPageProps } from "./_shell/digest";

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <main>
      <ErrorMessage {...props} />
    </main>
  );
}
