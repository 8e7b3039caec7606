/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  // The desk shows no photographs. This closes /_next/image, a door that works for nobody.
  images: { unoptimized: true },
  // What proxy.ts leaves out.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
  ],
  // Argon2 and PostgreSQL load native or dynamic code that a bundler must leave alone.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino"],
};
