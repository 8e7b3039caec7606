/**
 * The name of a cookie of ours. Behind TLS the `__Host-` prefix makes the browser keep it to this
 * host, this path and to TLS: no sibling of the host can put one in its place. `publicUrl` is where
 * people reach the desk.
 */
export function ownCookie(name: string, publicUrl: string): string {
  return publicUrl.startsWith("https:") ? `__Host-${name}` : name;
}
