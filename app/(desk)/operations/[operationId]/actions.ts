"use server";

import { action } from "@/lib/server/action";
import { checkOperation } from "@/lib/server/operations/check-operation";

export const checkOperationAction = action(checkOperation);
