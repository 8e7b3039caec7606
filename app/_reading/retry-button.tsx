"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";

/** Asks for the page again, in place. */
export function RetryButton() {
  const { t } = useReader();
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  return (
    <Button
      variant="primary"
      isBusy={isBusy}
      busyLabel={t("common.loading")}
      onClick={() => startTransition(() => router.refresh())}
    >
      {t("common.retry")}
    </Button>
  );
}
