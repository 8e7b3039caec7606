import { redirect } from "next/navigation";

import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/server/auth/current-actor";

/** The settings begin with one's own account. */
export default async function SettingsPage() {
  await requireActor();
  redirect(paths.account());
}
