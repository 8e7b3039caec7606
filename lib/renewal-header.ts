/** The header with which a page fetches its new cookie after a proof; see lib/server/auth/renewal.ts. */
export const RENEWAL_HEADER = "x-desk-renewal";
