import http from "node:http";

import { ownEnvironment } from "@/lib/launcher/own-environment";

/**
 * An issuer that does no work: every call that moves money is applied after a fixed time. It answers
 * in a process of its own, and says on its channel where.
 */
const latencyMs = Number(ownEnvironment()["BENCH_LATENCY_MS"] ?? 0);
const FAR_FUTURE_S = 4_000_000_000;
const tokens = {
  accessToken: "access",
  refreshToken: "refresh",
  expirationToken: FAR_FUTURE_S,
  expirationRefreshToken: FAR_FUTURE_S,
};

const server = http.createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    const data = request.url === "/auth/login" ? tokens : {};
    const answer = () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ success: true, data }));
    };
    if (latencyMs === 0) answer();
    else setTimeout(answer, latencyMs);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
