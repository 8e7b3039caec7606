export const session = {
  sandbox: "Sandbox: no real money moves here.",
  warning: {
    title: "Are you still there?",
    left: "{seconds, plural, one {The screen locks in # second.} other {The screen locks in # seconds.}}",
    kept: "What you have typed stays as it is.",
    stay: "Stay signed in",
    lock: "Lock now",
  },
  soon: "Your session ends at {time}, {hours, plural, one {# hour} other {# hours}} after it began. Finish what you are doing; you can sign in again at once.",
  locked: {
    menu: "Lock now",
    tab: "Locked",
    title: "Locked",
    lead: "Only {name} can go on here. What was on the screen is still there, as it was.",
    pageLead: "Only {name} can go on here. Then the page that was asked for opens.",
    password: "Password",
    code: "Code of the second factor",
    codeHelp: "The six digits of your authenticator app, or a recovery code.",
    unlock: "Unlock",
    unlocking: "Unlocking",
    useCode: "Use a code instead",
    usePassword: "Use the password instead",
    provider: "Continue with {provider}",
    providerLead:
      "It opens in another tab. When you have signed in there, this page opens by itself.",
    signOut: "Sign out instead",
  },
  over: {
    expired: "Your session has ended",
    expiredLead:
      "{hours, plural, one {A session lasts # hour} other {A session lasts # hours}} at the most. Nothing that you sent is lost, and drafts are kept on this computer.",
    ended: "You are signed out here",
    endedLead:
      "You or an administrator ended this session, or somebody signed in on this computer. Drafts are kept.",
    signIn: "Sign in again",
  },
  proof: {
    title: "Confirm that it is you",
    lead: "This takes a fresh proof of who you are. Nothing has been done yet.",
    confirm: "Confirm",
    confirming: "Checking",
    cancel: "Cancel",
    provider: "Sign in at {provider}",
    providerLead: "It opens in another tab. When you have signed in there, this goes on by itself.",
    done: "It is confirmed",
    doneLead: "You can close this tab. The other one goes on by itself.",
    failed: "It was not confirmed",
    failedLead:
      "{provider} did not ask who you are just now, or you signed in there as somebody else. Close this tab and try again.",
  },
  wrong: {
    password:
      "That is not your password. After {failures} failures in a row even the right one is refused for {minutes, plural, one {# minute} other {# minutes}}, unless you sign out and in again.",
    code: "That code does not count. Each is good once and for about a minute. After {failures} failures in a row even the right one is refused for {minutes, plural, one {# minute} other {# minutes}}, unless you sign out and in again.",
  },
  failed: "The desk does not answer just now. Nothing was changed; try again in a moment.",
  tooMany: "Too many requests at once. Wait a moment and try again.",
} as const;
