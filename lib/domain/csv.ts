/** What a spreadsheet would take for a formula (OWASP, CSV injection; ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Rows as CSV (RFC 4180): every cell in quotes, and an apostrophe before whatever a spreadsheet would
 * run as a formula. It begins with the mark by which spreadsheets know that it is UTF-8.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
