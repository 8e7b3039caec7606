"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import * as z from "zod/mini";

import type { OperationId } from "@/lib/domain/ids";
import { OperationStatus } from "@/lib/domain/journal";
import { paths } from "@/lib/paths";

const POLL_MS = 1_000;

/** Waits for the outcome of an operation that is on its way, and draws the page anew when it is there. */
export function WatchOutcome({ operationId }: { operationId: OperationId }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Watcher operationId={operationId} />
    </QueryClientProvider>
  );
}

const Answer = z.object({ status: OperationStatus });

function Watcher({ operationId }: { operationId: OperationId }) {
  const router = useRouter();
  const { data: status } = useQuery({
    queryKey: ["operation-status", operationId],
    queryFn: async ({ signal }) => {
      const response = await fetch(paths.operationStatus(operationId), {
        signal,
        cache: "no-store",
      });
      if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
      return Answer.parse(await response.json()).status;
    },
    refetchInterval: POLL_MS,
  });
  // The page itself is drawn by the server, outside of this component.
  useEffect(() => {
    if (status !== undefined && status !== "intended") router.refresh();
  }, [status, router]);
  return null;
}
