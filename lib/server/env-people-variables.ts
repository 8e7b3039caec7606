import "server-only";

/** What a person must know to set a variable about people; env-variables.ts has the others. */
export const peopleVariables = {
  OIDC_ISSUER: {
    purpose: "A provider of OpenID Connect with which people sign in: its issuer address.",
    example: "https://login.example",
  },
  OIDC_CLIENT_ID: { purpose: "The desk's client id at the provider.", example: "funds-desk" },
  OIDC_CLIENT_SECRET: {
    purpose: "The desk's client secret at the provider.",
    example: "<from the provider>",
    secret: true,
  },
  OIDC_SCOPE: {
    purpose: "What the desk asks the provider for.",
    example: "openid email profile groups",
  },
  OIDC_ROLE_CLAIM: {
    purpose: "The claim that holds a person's groups or roles; dots lead into objects.",
    example: "groups",
  },
  OIDC_ROLES: {
    purpose:
      "Which value of that claim gives which role; the first that a person has counts, without one nobody gets in.",
    example: "admin=Desk Admins;supervisor=Desk Supervisors;auditor=Audit;agent=Desk Agents",
  },
  OIDC_NAME: { purpose: "The provider's name on the sign-in page.", example: "Example Bank" },
  DESK_OWN_ACCOUNTS: {
    purpose: "Whether people may sign in with a password of the desk's own: on or off.",
    example: "on",
  },
  DESK_SECOND_FACTOR: {
    purpose:
      "Whether own accounts need a second factor: required (a live desk) or optional (the sandbox).",
    example: "required",
  },
  DESK_IDLE_MINUTES: {
    purpose: "After so many minutes without a sign of the person the screen is locked.",
    example: "15",
  },
  DESK_SESSION_HOURS: {
    purpose: "After so many hours a session is over, however busy.",
    example: "12",
  },
  DESK_STEP_UP_MINUTES: {
    purpose: "How many minutes a proof of who it is counts for what takes a fresh one.",
    example: "5",
  },
  DESK_STEP_UP_AMOUNTS: {
    purpose:
      "Operations over these amounts take a fresh proof; in a currency that is not named all do.",
    example: "GTQ:10000.00,USD:1300.00",
  },
  DESK_SIGN_IN_FAILURES: {
    purpose: "After so many failures in a row nobody signs in to that account for a while.",
    example: "10",
  },
  DESK_SIGN_IN_LOCK_MINUTES: { purpose: "How many minutes that while is.", example: "30" },
  DESK_RATE_PER_PERSON: {
    purpose: "How many requests a minute one person may make, on all instances together.",
    example: "600",
  },
  DESK_RATE_PER_ADDRESS: {
    purpose: "How many requests a minute may come from one address.",
    example: "6000",
  },
  DESK_TRUSTED_PROXIES: {
    purpose:
      "How many reverse proxies of yours add the caller's address to x-forwarded-for; needed behind https.",
    example: "1",
  },
  DESK_SEALING_SECRETS: {
    purpose:
      "What tokens and second factors are sealed under, newest first, with commas between; NEXTAUTH_SECRET when not set.",
    example: "<openssl rand -base64 48>,<the one before>",
    secret: true,
  },
} as const;
