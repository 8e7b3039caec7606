export const signIn = {
  title: "Sign in",
  lead: "Use the account that your administrator gave you.",
  email: "Email",
  password: "Password",
  submit: "Sign in",
  submitting: "Signing in",
  wrong: "The email or the password is not right. Check both and type the password again.",
  unavailable:
    "The desk could not check your password just now. Nothing was changed; try again in a moment.",
  goOn: "Sign in to go on to the page you asked for. What you had typed there is kept.",
  demo: {
    title: "Demo people",
    lead: "One click signs you in. They exist on the sandbox only.",
    agent: "Loads and withdraws funds",
    supervisor: "Also sees everyone's work",
    auditor: "Reads everything, changes nothing",
    admin: "Manages the people",
  },
} as const;
