import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";

/**
 * The colours of the desk by role, one set per theme. Components name roles, never colours: the
 * default palette is replaced, so that `text-red-500` does not exist. `tailwind.config.test.ts`
 * holds the contrast of every pair that is drawn on another.
 */
export const themes = {
  light: {
    surface: "#f6f7f9",
    "surface-raised": "#ffffff",
    "surface-sunken": "#eceff3",
    line: "#dde1e8",
    "line-strong": "#7d8799",
    ink: "#161b26",
    "ink-soft": "#535d70",
    accent: "#2a4aad",
    "accent-strong": "#1f3a8e",
    "accent-soft": "#e8edfb",
    "accent-ink": "#ffffff",
    applied: "#12683a",
    "applied-soft": "#e3f2e8",
    refused: "#ab1f2d",
    "refused-soft": "#fbe8e8",
    unknown: "#855000",
    "unknown-soft": "#fbeed4",
    awaiting: "#5b3aa6",
    "awaiting-soft": "#eeeafa",
    sandbox: "#0d4b55",
    "sandbox-soft": "#d9eef0",
    "sandbox-stripe": "#c6e4e7",
    scrim: "#161b26",
  },
  dark: {
    surface: "#12151c",
    "surface-raised": "#191d26",
    "surface-sunken": "#0d1016",
    line: "#2b313d",
    "line-strong": "#70798c",
    ink: "#e6e9f0",
    "ink-soft": "#a2abbc",
    accent: "#9ab0f0",
    "accent-strong": "#b5c5f6",
    "accent-soft": "#222b45",
    "accent-ink": "#10162a",
    applied: "#74c698",
    "applied-soft": "#152c20",
    refused: "#f19194",
    "refused-soft": "#371c20",
    unknown: "#e3b766",
    "unknown-soft": "#322715",
    awaiting: "#bba8f3",
    "awaiting-soft": "#2a2342",
    sandbox: "#a4dbe2",
    "sandbox-soft": "#122f35",
    "sandbox-stripe": "#183b42",
    scrim: "#020308",
  },
} as const;

export type Role = keyof typeof themes.light;

const variables = (theme: Record<Role, string>) =>
  Object.fromEntries(Object.entries(theme).map(([role, colour]) => [`--${role}`, colour]));

const role = (name: Role) => `var(--${name})`;

const themeVariables = plugin((api) => {
  api.addBase({
    ":root": { "color-scheme": "light", ...variables(themes.light) },
    // The reader who chose nothing follows the system; a choice stands on <html data-theme>.
    "@media (prefers-color-scheme: dark)": {
      ":root:not([data-theme='light'])": { "color-scheme": "dark", ...variables(themes.dark) },
    },
    ":root[data-theme='dark']": { "color-scheme": "dark", ...variables(themes.dark) },
    // Paper is white, whatever the screen was.
    "@media print": {
      ":root, :root[data-theme='dark'], :root:not([data-theme='light'])": {
        "color-scheme": "light",
        ...variables(themes.light),
      },
    },
  });
});

export default {
  content: [],
  theme: {
    screens: { sm: "720px", md: "960px", lg: "1200px", xl: "1440px" },
    // Four sizes are the whole scale: label 12, figure in a table 13, body 14, title 20.
    fontSize: {
      xs: ["0.75rem", "1rem"],
      sm: ["0.8125rem", "1.25rem"],
      base: ["0.875rem", "1.25rem"],
      lg: ["1.25rem", "1.75rem"],
    },
    fontFamily: {
      sans: ["var(--font-text)", "system-ui", "sans-serif"],
      // For what is read digit by digit: ids, references, masked numbers, codes.
      mono: ["var(--font-figures)", "ui-monospace", "monospace"],
    },
    fontWeight: { normal: "400", medium: "500", semibold: "600" },
    borderRadius: { none: "0", sm: "3px", DEFAULT: "5px", lg: "8px", full: "9999px" },
    boxShadow: { none: "none", pop: "0 8px 24px -6px rgb(10 14 25 / 0.22)" },
    colors: {
      transparent: "transparent",
      current: "currentColor",
      surface: {
        DEFAULT: role("surface"),
        raised: role("surface-raised"),
        sunken: role("surface-sunken"),
      },
      line: { DEFAULT: role("line"), strong: role("line-strong") },
      ink: { DEFAULT: role("ink"), soft: role("ink-soft") },
      accent: {
        DEFAULT: role("accent"),
        strong: role("accent-strong"),
        soft: role("accent-soft"),
        ink: role("accent-ink"),
      },
      applied: { DEFAULT: role("applied"), soft: role("applied-soft") },
      refused: { DEFAULT: role("refused"), soft: role("refused-soft") },
      unknown: { DEFAULT: role("unknown"), soft: role("unknown-soft") },
      awaiting: { DEFAULT: role("awaiting"), soft: role("awaiting-soft") },
      sandbox: {
        DEFAULT: role("sandbox"),
        soft: role("sandbox-soft"),
        stripe: role("sandbox-stripe"),
      },
    },
    extend: {
      maxWidth: { content: "80rem", form: "30rem", words: "72ch" },
      // Height of the sandbox bar, 0 on a live desk: what sticks to the top starts below it.
      spacing: { bar: "var(--bar-height)" },
    },
  },
  plugins: [themeVariables],
} satisfies Config;
