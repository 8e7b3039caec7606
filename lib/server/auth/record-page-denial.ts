import "server-only";

import { headers } from "next/headers";

import type { Permission } from "@/lib/domain/operator";

import { placeIn } from "../access-log";
import { desk } from "../desk";
import { PATH_HEADER } from "../request-headers";
import { requireActor } from "./current-actor";
import { recordDenial } from "./denials";

/** As `recordDenial`, for the page of this request: it says so in place of what it would show. */
export async function recordPageDenial(permission: Permission): Promise<void> {
  const [actor, list] = await Promise.all([requireActor(), headers()]);
  const [pathname = ""] = (list.get(PATH_HEADER) ?? "").split("?", 1);
  await recordDenial(desk(), actor, permission, placeIn(pathname));
}
