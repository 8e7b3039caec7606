"use client";

import { Unplug } from "lucide-react";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { PageMessage } from "@/components/ui/page-message";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

export interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

/** What is shown where a bug was: never its message, always the number under which it is logged. */
export function ErrorMessage({ error, retry }: ErrorPageProps) {
  const { t } = useReader();
  return (
    <PageMessage
      icon={Unplug}
      title={t("errors.unexpected.title")}
      reference={
        <>
          {t("errors.unexpected.reference")}:{" "}
          <code className="font-mono text-ink select-all">
            {digestOf(error) ?? t("errors.unexpected.noReference")}
          </code>
        </>
      }
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            {t("common.retry")}
          </Button>
          <LinkButton href={paths.operations()}>{t("errors.operations")}</LinkButton>
          <LinkButton href={paths.home()} variant="quiet">
            {t("errors.home")}
          </LinkButton>
        </>
      }
    >
      {t("errors.unexpected.detail")}
    </PageMessage>
  );
}

/** Next's number for an error of the server, by which its log line is found. */
export function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
