/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  // Argon2 and PostgreSQL load native or dynamic code that a bundler must leave alone.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino"],
};
