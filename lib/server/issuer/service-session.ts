import "server-only";

import { SessionId } from "@/lib/domain/ids";

/**
 * Stands in for a session where the desk itself reads from the issuer: its token is kept in the same
 * store, under the same seal and single flight, and is had with the desk's own credentials.
 */
export const SERVICE_SESSION = SessionId.parse("00000000-0000-4000-8000-000000000000");
