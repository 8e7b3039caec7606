/** Pages in place of a page: a bug, nothing here, not yours; and the expected failures of reads. */
export const errors = {
  unexpected: {
    title: "Something on the desk broke",
    detail:
      "The page could not be shown. If you had just sent an operation, do not send it again: look for it under Operations first.",
    reference: "Reference for support",
    noReference: "none",
  },
  tooMany: {
    title: "That was a lot at once",
    detail:
      "You asked the desk for more pages within a minute than it answers for one person. Nothing was sent, and no money moved. Wait {seconds, plural, one {# second} other {# seconds}} and try again.",
  },
  /** In plain text, before there is a page: what came through the door was turned away. */
  refusal: {
    method: "The desk does not answer requests of this kind. Nothing was sent, and no money moved.",
    foreign:
      "This request did not come from a page of the desk, so it was not carried out. Nothing was sent, and no money moved. Open the desk again and repeat it there.",
    length:
      "The request does not say how large it is, so it was not read. Nothing was sent, and no money moved.",
    size: "That is more than the desk takes at once. Nothing was sent, and no money moved.",
    tooMany:
      "Too many requests came from this network within a minute. Nothing was sent, and no money moved. Try again in {seconds, plural, one {# second} other {# seconds}}.",
  },
  notFound: {
    title: "There is nothing at this address",
    detail:
      "The link may be old or incomplete. Find the card at the top of the page, or go back home.",
    detailBare: "The link may be old or incomplete. Go back home and start from there.",
  },
  forbidden: {
    title: "This page is not open to your role",
    detail:
      "You are signed in as {name} ({role}). If your work needs this page, ask an administrator of the desk.",
  },
  issuerUnavailable: {
    title: "The issuer does not answer",
    detail: "The desk could not read it just now. Nothing has changed; try again in a moment.",
  },
  issuerRefused: {
    title: "The issuer refused the request",
    detail: "No money moved. The issuer answered with code {code}.",
  },
  noSuchCard: {
    title: "There is no such card",
    detail: "The issuer does not know the card {cardId}. Check the id and try again.",
  },
  signedOut: {
    title: "Your session ended",
    detail: "Sign in again; what you typed is kept on this computer.",
  },
  home: "Go home",
  operations: "See operations",
} as const;
