import { once } from "node:events";
import http from "node:http";

import type { Claims, Context } from "oidc-provider";

/** A person whom the provider knows; a test may change what it says of them. */
export interface Known {
  name: string;
  email: string;
  groups: readonly string[];
}

export interface RunningProvider {
  readonly url: string;
  /** By the name that they type at the provider. */
  readonly people: Map<string, Known>;
  close(): Promise<void>;
}

export const CLIENT = { id: "funds-desk", secret: "a-secret-of-the-tests-and-of-nobody-else" };

/**
 * A real provider of OpenID Connect on 127.0.0.1, for a desk on localhost: cookies know hosts and no
 * ports. It takes whoever it knows by name; what it asks besides is its own business.
 */
export async function startProvider(port: number, deskUrl: string): Promise<RunningProvider> {
  const url = `http://127.0.0.1:${port}`;
  const people = new Map<string, Known>();
  // The package is an ES module, which is loaded at run time only.
  const { default: Provider } = await import("oidc-provider");
  const provider = new Provider(url, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${deskUrl}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [`${deskUrl}/sign-in`],
      },
    ],
    claims: { openid: ["sub"], email: ["email"], profile: ["name"], groups: ["groups"] },
    scopes: ["openid", "email", "profile", "groups"],
    pkce: { required: () => true },
    cookies: { keys: ["a key of the tests"] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: (): Claims => ({ sub, ...people.get(sub) }),
    }),
    // Nobody is asked whether the desk may know their name.
    async loadExistingGrant({ oidc }: Context) {
      const { client, session } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const { clientId } = client;
      const grant = new provider.Grant({ clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile groups");
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(context: Context, form: string) {
          context.type = "html";
          context.body = `<title>Acme ID</title><h1>Sign out of Acme ID?</h1>${form}
            <button type="submit" form="op.logoutForm" name="logout" value="yes">Yes</button>`;
        },
      },
    },
  });
  const answer = provider.callback();
  const server = http.createServer((request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? "")?.[1];
    if (uid === undefined) void answer(request, response);
    else if (request.method === "GET") askWho(response, uid);
    else void finish(request, response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  async function finish(request: http.IncomingMessage, response: http.ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get("login") ?? "";
    const result = people.has(accountId)
      ? { login: { accountId } }
      : { error: "access_denied", error_description: "Acme ID does not know you." };
    await provider.interactionFinished(request, response, result);
  }

  return {
    url,
    people,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function askWho(response: http.ServerResponse, uid: string): void {
  response.setHeader("Content-Type", "text/html");
  response.end(`<!doctype html><title>Acme ID</title><h1>Acme ID</h1>
    <form method="post" action="/interaction/${uid}">
      <label>Who are you? <input name="login" autofocus></label>
      <button>Continue</button>
    </form>`);
}
