import { parseJson } from "./ask";

/**
 * The value that a server action gave, out of the stream in which React sends it: rows of `id:JSON`, of which
 * row 0 names the one with the value, {"a":"$@1"}. Undefined when the action threw or the stream is not whole.
 */
export function actionValue(stream: string): unknown {
  const rows = new Map(
    stream.split("\n").flatMap((line): [string, string][] => {
      const colon = line.indexOf(":");
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1)]];
    }),
  );
  const row = rows.get(/"a":"\$@([0-9a-f]+)"/.exec(rows.get("0") ?? "")?.[1] ?? "");
  // An error's row begins with a letter, and one that was cut off is no JSON either.
  return row === undefined ? undefined : parseJson(row);
}
