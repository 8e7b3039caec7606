import "server-only";

/** A URL below the issuer's base, each given segment encoded: `issuerUrl(base, "cards", id)`. */
export function issuerUrl(base: string, path: string, ...segments: readonly string[]): URL {
  const encoded = segments.map((segment) => encodeURIComponent(segment));
  return new URL([base.replace(/\/+$/, ""), path, ...encoded].join("/"));
}
