/** What is wrong at a field, by the message that the domain's schemas give (`amount.decimals`). */
export const problems = {
  direction: { empty: "Choose whether to add or to withdraw." },
  amount: {
    empty: "Type the amount.",
    format:
      "Write the amount like 1,234.50: a point before the cents, commas only between thousands.",
    decimals: "This currency does not have that many decimals.",
    "too-large": "The amount is larger than any card can hold.",
    "not-positive": "The amount must be more than zero.",
    "more-than-left": "This is more than what is left to reverse.",
  },
  currency: { unknown: "Choose the currency." },
  reference: {
    empty: "Type the reference.",
    long: "The reference may have at most 64 characters.",
    format: "Use letters, digits and . _ : / # - only, without spaces.",
  },
  channel: {
    empty: "Choose the channel.",
    format: "Use letters, digits, - and _ only, beginning with a letter.",
  },
  text: {
    long: "The text is too long.",
    "card-number":
      "This looks like a full card number. Remove it: card numbers are never stored here.",
  },
  observations: { empty: "Write what happened. The auditor will read it." },
  note: { empty: "Write why. It stays on record." },
  reason: { empty: "Choose the reason." },
  outcome: { empty: "Choose what became of the operation." },
  customKey: {
    empty: "Give the value a key, or remove the row.",
    format: "This key cannot be used.",
    twice: "This key is already there.",
  },
  customKeys: { many: "There may be at most 20 keys." },
  cardId: { format: "A card id is a number of up to 12 digits, such as 12345." },
  email: {
    format: "Write the address like ana@example.com.",
    taken: "Somebody has an account with this address already.",
  },
  name: { empty: "Type the name.", long: "The name may have at most 100 characters." },
  role: { empty: "Choose another role than the one that the person has." },
  password: {
    wrong: "This is not your password.",
    locked: "Too many attempts have failed. The account is locked for a while; try again later.",
    short: "A password has at least 12 characters.",
    long: "A password has at most 200 characters.",
    "letters-and-digits": "A password has at least one letter and one digit.",
    common: "This is one of the passwords that are guessed first. Choose another one.",
    personal: "This is made of your name, your address or the name of the desk.",
    "used-before": "This is one of your last four passwords. Choose another one.",
  },
  code: { wrong: "This code is not right, or has been used. Wait for the next one." },
  person: {
    oneself: "This cannot be done to one's own account. Ask another administrator.",
    "last-admin": "This is the last administrator who can get in. Make somebody else one first.",
    provider: "The provider of this account decides that.",
  },
  proof: {
    wrong: "This does not fit, or too many attempts have failed. Signing in anew starts over.",
  },
  form: {
    unreadable: "The desk cannot read what arrived. Reload the page; what you typed is kept.",
  },
  month: { format: "The month is not valid." },
} as const;
