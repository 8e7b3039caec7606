import type { IssuerCode } from "@/lib/domain/issuer-code";

/** What each documented code of the issuer says, in a sentence, and what to do about it. */
export const codes = {
  "7000": {
    words: "The issuer found something wrong in the data of the request.",
    remedy: "Check the fields and send it again.",
  },
  "7001": { words: "The amount must be greater than zero.", remedy: "Correct the amount." },
  "7002": {
    words: "The issuer does not accept the amount as written.",
    remedy: "Correct the amount, with the decimals of the card's currency.",
  },
  "7003": {
    words: "The issuer asks you to contact its support.",
    remedy: "Give support the request id below.",
  },
  "7004": {
    words: "The issuer lacks a service that this operation needs.",
    remedy: "Tell your supervisor: the issuer must set it up.",
  },
  "7005": {
    words: "The issuer found no processor for this card.",
    remedy: "Tell your supervisor: the issuer must set it up.",
  },
  "7006": {
    words: "The issuer already has an operation with this reference.",
    remedy: "Look for the reference in the card's movements before you send anything else.",
  },
  "7007": {
    words: "The issuer could not read its list of actions.",
    remedy: "Try again later; if it goes on, give support the request id.",
  },
  "7008": {
    words: "The update date is older than six months for the issuer.",
    remedy: "Give support the request id below.",
  },
  "7009": {
    words: "The issuer found something wrong in its invoice data.",
    remedy: "Give support the request id below.",
  },
  "7010": {
    words: "The issuer has nothing at this address.",
    remedy: "Check the card id; if it is right, give support the request id.",
  },
  "7011": {
    words: "The issuer could not create a terminal.",
    remedy: "Give support the request id below.",
  },
  "7012": {
    words: "The issuer could not update a terminal.",
    remedy: "Give support the request id below.",
  },
  "7013": {
    words: "The issuer did not find the terminal.",
    remedy: "Give support the request id below.",
  },
  "7014": {
    words: "The terminal has no processor at the issuer.",
    remedy: "Give support the request id below.",
  },
  "7100": {
    words: "The issuer does not know the user.",
    remedy: "Check the card id with the cardholder.",
  },
  "7200": { words: "The issuer does not know the card.", remedy: "Check the card id." },
  "7205": {
    words: "The PIN is not right.",
    remedy: "Funds operations need no PIN: give support the request id.",
  },
  "7210": {
    words: "The issuer could not update the card.",
    remedy: "Try again later; if it goes on, give support the request id.",
  },
  "7213": {
    words: "The card's status does not allow this operation.",
    remedy: "Check whether the card is active and not blocked.",
  },
  "7220": {
    words: "No card matches that owner and those digits.",
    remedy: "Check the card with its holder.",
  },
  "7221": {
    words: "The issuer could not link the third-party card.",
    remedy: "Try again later; if it goes on, give support the request id.",
  },
  "7300": {
    words: "The issuer could not create the transfer.",
    remedy: "Look for it in the card's movements before you send anything else.",
  },
  "7301": {
    words: "The issuer could not update the transfer.",
    remedy: "Look for it in the card's movements before you send anything else.",
  },
  "7303": {
    words: "The card does not have enough available balance.",
    remedy: "Withdraw at most the available balance, or load the card first.",
  },
} as const satisfies Record<IssuerCode, { words: string; remedy: string }>;
