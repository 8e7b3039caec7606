export const shell = {
  skip: "Skip to content",
  sandbox: {
    title: "Sandbox",
    bar: "Sandbox: no real money moves here.",
    tab: "[Sandbox] ",
  },
  finder: {
    label: "Find a card",
    placeholder: "Card id, reference or last 4 digits",
    submit: "Find",
  },
  nav: {
    label: "Desk",
    home: "Home",
    operations: "Operations",
    unsettled: "Unsettled",
    notes: "Notes",
    line: "Sending",
    settings: "Settings",
  },
  preferences: "Preferences",
  language: { label: "Language", es: "Español", en: "English" },
  theme: { label: "Appearance", system: "System", light: "Light", dark: "Dark" },
  person: {
    menu: "menu",
    account: "My account",
    signOut: "Sign out",
    signOutFailed:
      "The desk could not end your session just now. You are still signed in; try again in a moment.",
  },
  shortcuts: {
    title: "Keyboard shortcuts",
    find: "Find a card",
    list: "Show this list",
    months: "Previous and next month, on a card's movements",
    close: "Close a dialog or a menu",
    enabled: "Single-key shortcuts ( / and ? )",
    enabledHelp:
      "Turn them off if they get in the way of dictation or of another tool. No single key ever moves money.",
  },
} as const;
