import "server-only";

// What the proxy tells the pages, actions and handlers about a request. It overwrites whatever the
// client sent under these names.

/** The path that was asked for: whoever has to sign in first comes back to it. */
export const PATH_HEADER = "x-desk-path";

/** The id that joins the request's log lines and journal entries. */
export const REQUEST_HEADER = "x-desk-request";
