/** The page on which sending is stopped and started again. */
export const line = {
  title: "Sending",
  lead: "Whether the desk sends operations to the issuer: for everybody, on every instance.",
  now: {
    title: "Now",
    sends: "The desk sends",
    sendsDetail: "Every operation that somebody confirms goes to the issuer.",
    stopped: "Sending is stopped",
    stoppedDetail:
      "Nothing that moves money leaves the desk. Reading, checking and settling go on; drafts are kept.",
    automatic:
      "It stops by itself when more than {percent} % of the sends of {minutes, plural, one {the last minute} other {the last # minutes}} end with an unknown outcome, once there are at least {least, plural, one {# send} other {# sends}}.",
    never: "It never stops by itself: that is how this desk is configured.",
    whoMay: "An administrator stops it and starts it again.",
  },
  stop: {
    title: "Stop sending",
    lead: "It takes effect at once, for everybody. What is on its way already can no longer be stopped; nothing new leaves.",
    reason: "Reason",
    reasonHelp: "Everybody reads it on every page while sending is stopped.",
    submit: "Stop sending",
    working: "Stopping",
  },
  resume: {
    title: "Start sending again",
    lead: "Nothing is sent by this. Those who could not send meanwhile still have their drafts, and must send them themselves.",
    reason: "Reason",
    reasonHelp: "It stays on record below.",
    submit: "Start sending again",
    working: "Starting",
  },
  answer: {
    stopped: "Sending is stopped.",
    resumed: "The desk sends again.",
    alreadyStopped: "Somebody had stopped it already. Your reason was not kept.",
    alreadyResumed: "It had been started again already. Your reason was not kept.",
    denied: "Your role may not do this any more. Nothing has changed.",
    signedOut: "Your session ended. Nothing has changed; sign in and press again.",
    failed: "The desk does not answer. Look at the state above before you press again.",
  },
  history: {
    title: "Stops and starts",
    stopped: "Stopped",
    stoppedByItself: "Stopped automatically",
    resumed: "Started again",
    share:
      "{unknown} of {sent, plural, one {# send} other {# sends}} within {minutes, plural, one {# minute} other {# minutes}} ended with an unknown outcome.",
    empty: "Sending has never been stopped.",
    emptyPage: "There is nothing more.",
    firstPage: "Back to the first page",
    newer: "Newer",
    older: "Older",
    pages: "Pages",
    page: "Page {page}",
  },
} as const;
