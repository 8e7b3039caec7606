import "server-only";

/** The codes of RFC 6749, 4.1.2.1, and of OpenID Connect Core, 3.1.2.6. */
const ERRORS: ReadonlySet<string> = new Set([
  "invalid_request",
  "unauthorized_client",
  "access_denied",
  "unsupported_response_type",
  "invalid_scope",
  "server_error",
  "temporarily_unavailable",
  "interaction_required",
  "login_required",
  "account_selection_required",
  "consent_required",
  "invalid_request_uri",
  "invalid_request_object",
  "request_not_supported",
  "request_uri_not_supported",
  "registration_not_supported",
]);

const NAMES: ReadonlySet<string> = new Set(["code", "state", "iss"]);

/**
 * Of what a browser brings back from the provider only what the library works with. It logs an error in
 * the words of whoever made the address, which may be anybody: only codes that there are get that far.
 */
export function providerAnswer(
  query: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const known = Object.entries(query).filter(([name]) => NAMES.has(name));
  const { error } = query;
  const said = error === undefined ? {} : { error: ERRORS.has(error) ? error : "other" };
  return { ...Object.fromEntries(known), ...said };
}
