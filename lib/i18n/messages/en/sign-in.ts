export const signIn = {
  title: "Sign in",
  lead: "Use the account that your administrator gave you.",
  providerLead: "Use your account at {name}.",
  provider: "Sign in with {name}",
  or: "or with a password of the desk",
  email: "Email",
  password: "Password",
  submit: "Sign in",
  submitting: "Signing in",
  goOn: "Sign in to go on to the page you asked for. What you had typed there is kept.",
  signedOut: "You are signed out here and at {name}.",
  code: {
    title: "One more step",
    lead: "Type the code that your authenticator app shows for {email}.",
    code: "Code",
    codeHelp: "6 digits, a new code every 30 seconds",
    recoveryLead: "Type one of the recovery codes that you kept for {email}.",
    recovery: "Recovery code",
    recoveryHelp: "Each code works once",
    useRecovery: "Use a recovery code",
    useApp: "Use the authenticator app",
    back: "Start over",
  },
  problem: {
    wrong: "The email or the password is not right. Check both and type the password again.",
    wrongCode:
      "That code was not taken. Each works once and for a short time: type the one that is shown now.",
    lock: "After {failures} failures in a row an account stays locked for {minutes, plural, one {# minute} other {# minutes}}.",
    tooMany:
      "Too many attempts from your network have failed. For up to 15 minutes only people who have worked from there lately get in with a password, if it is the right one.",
    unavailable:
      "The desk could not check who you are just now. Nothing was changed; try again in a moment.",
    providerUnreachable:
      "{name} cannot be reached just now. Nothing was changed; try again in a moment.",
    providerRefused:
      "{name} did not confirm who you are. Nothing was changed; try again, and if it happens again tell your administrator.",
    noRole:
      "{name} knows you, but has given you no role in the Funds Desk. Ask your administrator for one, then sign in again.",
    disabled: "Your account in the Funds Desk is disabled. Ask your administrator.",
    dormant:
      "Your account in the Funds Desk has not been used for 90 days and is shut. Ask your administrator to let you in again.",
    notFresh:
      "{name} vouched for you without asking who you are now. Sign in there once more: this time the desk asks for it.",
    noAddress:
      "{name} did not tell your email address, which the desk needs. Ask your administrator.",
  },
  demo: {
    title: "Demo people",
    lead: "One click signs you in. They exist on the sandbox only.",
    agent: "Loads and withdraws funds",
    supervisor: "Also sees everyone's work",
    auditor: "Reads everything, changes nothing",
    admin: "Manages the people",
  },
} as const;
