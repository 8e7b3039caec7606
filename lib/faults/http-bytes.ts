/** What the proxy has to know of a request; the rest it carries without looking. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** The reference in a request for money; null in any other. */
  readonly reference: string | null;
  readonly requestId: string | null;
}

const HEAD_END = "\r\n\r\n";

/** The length of head and body together once the head is there; null before. */
export function messageLength(bytes: Buffer): number | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.subarray(0, headEnd).toString("latin1");
  const bodyLength = /^content-length: *(\d+)/im.exec(head)?.[1] ?? "0";
  return headEnd + HEAD_END.length + Number(bodyLength);
}

/** Reads a whole request. */
export function readRequest(bytes: Buffer): SeenRequest {
  const headEnd = bytes.indexOf(HEAD_END);
  const head = bytes.subarray(0, headEnd).toString("latin1");
  const body = bytes.subarray(headEnd).toString("utf8");
  const [, method = "", path = ""] = /^(\S+) (\S+)/.exec(head) ?? [];
  const isMoney = path.endsWith("/funds") && method !== "GET";
  return {
    method,
    path,
    reference: isMoney ? (/"reference": ?"([^"]*)"/.exec(body)?.[1] ?? null) : null,
    requestId: /^x-request-id: *(\S+)/im.exec(head)?.[1] ?? null,
  };
}

/** The status of an answer, as soon as its first line is there. */
export function statusIn(bytes: Buffer): number | null {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(bytes.subarray(0, 16).toString("latin1"))?.[1];
  return status === undefined ? null : Number(status);
}
