"use server";

import { action } from "@/lib/server/action";
import {
  endAllOtherSessions,
  endAnySession,
  endOwnOtherSessions,
  endOwnSession,
  endSessionsOf,
} from "@/lib/server/auth/end-sessions";

export const endOwnSessionAction = action(endOwnSession);
export const endOwnOtherSessionsAction = action(endOwnOtherSessions);
export const endAnySessionAction = action(endAnySession);
export const endSessionsOfAction = action(endSessionsOf);
export const endAllOtherSessionsAction = action(endAllOtherSessions);
