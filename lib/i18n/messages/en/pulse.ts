/** What every page shows of the whole desk: few words, because every page carries them. */
export const pulse = {
  unsettled:
    "{count, plural, one {# operation with unknown outcome} other {# operations with unknown outcome}}",
  stopped: {
    title: "Sending is stopped.",
    by: "Since {time}, {zone}, by {by}: “{reason}”",
    byItself:
      "Since {time}, {zone}: the desk stopped by itself, because too many of the last sends ended with an unknown outcome.",
    goesOn: "Reading and checking go on, and what you type is kept.",
    draft:
      "You can fill in the form: the draft is kept on this computer, and you send it when sending goes on.",
    see: "See details",
  },
} as const;
