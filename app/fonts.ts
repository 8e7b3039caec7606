import localFont from "next/font/local";

/** Words and amounts. Served by the desk itself: no request leaves the house for a typeface. */
export const textFont = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-text",
  weight: "100 900",
  display: "swap",
});

/** What is read digit by digit: ids, references, masked numbers. */
export const figuresFont = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-figures",
  weight: "100 900",
  display: "swap",
  adjustFontFallback: false,
});
