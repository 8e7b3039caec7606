// Ids by which the keyboard finds the parts of the shell.
export const CONTENT_ID = "content";
export const FINDER_ID = "card-finder";
export const SHORTCUTS_ID = "shortcuts";
