import path from "node:path";

import { defineConfig } from "vitest/config";

// vitest reads the default export, as Next and Playwright do of theirs.
// oxlint-disable-next-line import/no-default-export
export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname ?? ".") } },
  // Without this condition every module that starts with `import "server-only"` throws.
  ssr: { resolve: { conditions: ["react-server"] } },
  test: {
    include: ["{app,components,lib}/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: ["lib/launcher/testing/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
