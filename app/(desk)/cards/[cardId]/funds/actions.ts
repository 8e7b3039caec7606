"use server";

import { action } from "@/lib/server/action";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { suggestReference } from "@/lib/server/operations/suggest-reference";

export const submitOperationAction = action(submitOperation);
export const suggestReferenceAction = action(suggestReference);
