import type { Metadata } from "next";

import { NotesOf } from "@/app/_notes/notes-of";
import { getReader } from "@/lib/i18n/server";
import { paths } from "@/lib/paths";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("notes.title") };
}

/** What people wrote on all cards: an auditor's first page. */
export default async function NotesPage({ searchParams }: PageProps) {
  const { page } = await searchParams;
  return <NotesOf askedPage={page} hrefOf={hrefOf} />;
}

function hrefOf(page: number) {
  return paths.notes({ page: page === 1 ? undefined : String(page) });
}
