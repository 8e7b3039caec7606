import { Unplug } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import type { Failure } from "@/lib/domain/failure";
import type { Reader } from "@/lib/i18n/reader";

import { failureWords } from "./failure-words";
import { RetryButton } from "./retry-button";

interface ReadFailureProps {
  reader: Pick<Reader, "t">;
  failure: Failure;
}

/** What could not be read from the issuer, where it would have stood: in words, with a retry. */
export function ReadFailure({ reader, failure }: ReadFailureProps) {
  const { title, detail, issuerMessage } = failureWords(reader, failure);
  return (
    <EmptyState icon={Unplug} title={title} actions={<RetryButton />}>
      <p>{detail}</p>
      {issuerMessage !== null && <p className="mt-1">{issuerMessage}</p>}
    </EmptyState>
  );
}
