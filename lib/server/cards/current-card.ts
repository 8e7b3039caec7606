import "server-only";

import { cache } from "react";

import type { Card } from "@/lib/domain/card";
import type { Failure } from "@/lib/domain/failure";
import type { CardId } from "@/lib/domain/ids";
import type { Result } from "@/lib/domain/result";

import { requireActor } from "../auth/current-actor";
import { desk } from "../desk";
import { readCard } from "./read-card";

/**
 * The card of this request, as the person who asks may see it: `readCard`, once per request however
 * many parts of the page need it, and read anew with the next one.
 */
export const currentCard = cache(async (cardId: CardId): Promise<Result<Card, Failure>> => {
  return readCard(desk(), await requireActor(), cardId);
});
