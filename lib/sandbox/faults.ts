import { type Answer, CUT, emptyAnswer, failureAnswer, rawAnswer, refusalAnswer } from "./answer";
import { refuse } from "./catalogue";
import type { SandboxOptions } from "./options";
import type { Fault } from "./sentinels";

const BAD_GATEWAY_PAGE = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>sandbox</center></body>
</html>
`;
const NO_JSON = `{"success":true,"message":"ok","data":`;

/** What a fault needs: how to wait, how to move the money, and how the answers look. */
export interface FaultContext {
  readonly envelope: SandboxOptions["envelope"];
  readonly fundsStatus: number;
  /** Resolves after the configured pause; rejects when the server closes. */
  pause(): Promise<void>;
  /** Moves the money; a refusal is answered as it would be without the sentinel. */
  apply(): Promise<{ readonly moved: boolean; readonly answer: Answer }>;
  /** True when this call is the one that ends the access token. */
  endToken(): Promise<boolean>;
  /** True for the first call with this reference on this card. */
  isFirst(): Promise<boolean>;
}

/** Carries out one sentinel. */
export async function carryOut(fault: Fault, context: FaultContext): Promise<Answer> {
  const { envelope } = context;
  /** Moves the money and then hides that it did. */
  const afterApplying = async (hidden: Answer): Promise<Answer> => {
    const { moved, answer } = await context.apply();
    return moved ? hidden : answer;
  };
  switch (fault) {
    case "answer late": {
      const { answer } = await context.apply();
      await context.pause();
      return answer;
    }
    case "apply late":
      await context.pause();
      return (await context.apply()).answer;
    case "504 late":
      await context.pause();
      return failureAnswer(envelope, 504, "Gateway timeout");
    case "cut after":
      return afterApplying(CUT);
    case "cut before":
      return CUT;
    case "cut once":
      return (await context.isFirst()) ? CUT : (await context.apply()).answer;
    case "500 after":
      return afterApplying(failureAnswer(envelope, 500, "Internal server error"));
    case "502 page":
      return rawAnswer(502, "text/html; charset=utf-8", BAD_GATEWAY_PAGE);
    case "503":
      return failureAnswer(envelope, 503, "Service unavailable");
    case "429":
      return {
        ...failureAnswer(envelope, 429, "Too many requests"),
        headers: { "Retry-After": "1" },
      };
    case "no json after":
      return afterApplying(notJson());
    case "no json before":
      return notJson();
    case "no data after":
      return afterApplying(emptyAnswer(envelope, context.fundsStatus));
    case "7303 at 500":
      return refusalAnswer(envelope, refuse("7303"), 500);
    case "401 once": {
      if (await context.endToken()) return refusalAnswer(envelope, refuse("TOKEN_EXPIRED"));
      return (await context.apply()).answer;
    }
  }
}

function notJson(): Answer {
  return rawAnswer(200, "application/json; charset=utf-8", NO_JSON);
}
