/** The browser and the system that a user agent names; null for what it does not name. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** Whoever pretends to be another browser names itself as well: the most particular first. */
const BROWSERS: readonly (readonly [name: string, mark: RegExp])[] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ["Opera", /\b(?:OPR|Opera)\/(\d+)/],
  ["Samsung Internet", /\bSamsungBrowser\/(\d+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
];

const SYSTEMS: readonly (readonly [name: string, mark: RegExp])[] = [
  ["Windows", /\bWindows NT\b/],
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
];

/**
 * What people call the thing that a session is open on. A user agent is what a browser says of
 * itself: good enough to tell one's own machines apart, and no proof of anything.
 */
export function deviceOf(userAgent: string | null): Device {
  const text = userAgent ?? "";
  const browser = BROWSERS.find(([, mark]) => mark.test(text));
  const version = browser?.[1].exec(text)?.[1];
  return {
    browser: browser === undefined ? null : `${browser[0]} ${version ?? ""}`.trimEnd(),
    system: SYSTEMS.find(([, mark]) => mark.test(text))?.[0] ?? null,
  };
}
