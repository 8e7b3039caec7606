/** Lists of open sessions, one's own and everybody's. */
export const sessions = {
  title: "Sessions",
  lead: "Everybody who is signed in, and from where.",
  mine: "My sessions",
  columns: {
    person: "Person",
    device: "Device",
    address: "Address",
    since: "Since",
    lastSeen: "Last seen",
    end: "End",
  },
  device: {
    both: "{browser} on {system}",
    unknown: "Unknown device",
  },
  noAddress: "Unknown",
  this: "This one",
  locked: "Locked",
  now: "Now",
  end: "End",
  endOne: "End the session on {device}",
  endOneOf: "End {name}''s session on {device}",
  ending: "Ending",
  endOthers: "End all others",
  endOthersLead:
    "{count, plural, one {# other session ends at once.} other {# other sessions end at once.}}",
  endEverybody: "End all sessions but mine",
  endEverybodyLead:
    "{count, plural, one {# session ends at once; its person must sign in again.} other {# sessions end at once; their people must sign in again.}} Drafts are kept.",
  endAllOf: "End all sessions",
  endAllOfLead:
    "{count, plural, one {# session ends at once; {name} must sign in again.} other {# sessions end at once; {name} must sign in again.}}",
  ended:
    "{count, plural, =0 {It had ended already.} one {# session has ended.} other {# sessions have ended.}}",
  empty: "Nobody is signed in",
  emptyOf: "No open session",
  onlyThis: "You are signed in nowhere else.",
} as const;
