/** Stands in for the package `server-only` in what esbuild bundles: these programs run on the server only. */
export {};
