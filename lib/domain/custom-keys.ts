/**
 * Rows of key and value from pasted lines such as `campaign=loyalty`. Null when no line has an equals
 * sign: then it is ordinary text for one field. Lines without one become keys without a value; the
 * value keeps every later equals sign.
 */
export function parseKeyValueLines(text: string): { key: string; value: string }[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (!lines.some((line) => line.includes("="))) return null;
  return lines.map((line) => {
    const [key = "", ...value] = line.split("=");
    return { key: key.trim(), value: value.join("=").trim() };
  });
}
