import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { env } from "@/lib/server/env";
import type { OAuthEndpoints } from "../oauth-providers";

/** Who somebody is at the provider. */
export type FakePerson = { id: string; name: string; email: string; verified: boolean };

export type FakeProvider = {
  endpoints: OAuthEndpoints;
  /** What the person's browser does at the provider: says yes, and is sent back with this query. */
  consent: (authorization: string, person: FakePerson) => URLSearchParams;
  stop: () => Promise<void>;
};

type Granted = { person: FakePerson; nonce: string | null; challenge: string | null };

const KEY = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Google's and GitHub's part of signing in, on this machine: checks what they check, says what they say. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const granted = new Map<string, Granted>();
  const tokens = new Map<string, FakePerson>();
  let issuer = "";

  function exchange(form: URLSearchParams): object | null {
    const code = form.get("code") ?? "";
    const grant = granted.get(code);
    granted.delete(code);
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || grant.challenge !== proof) return null;
    const access_token = randomUUID();
    tokens.set(access_token, grant.person);
    const openid = grant.nonce === null ? {} : { id_token: idToken(issuer, grant) };
    return { access_token, token_type: "bearer", ...openid };
  }

  function answer(path: string, form: URLSearchParams, authorization: string): unknown {
    const person = tokens.get(authorization.replace(/^bearer /i, ""));
    if (path === "/.well-known/openid-configuration") return discovery(issuer);
    if (path === "/jwks")
      return { keys: [{ ...KEY.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256" }] };
    if (path === "/token") return exchange(form);
    if (!person) return null;
    const { id, name, email, verified } = person;
    if (path === "/user")
      return { id: Number(id), login: name.toLowerCase(), name, email: "shown@example.com" };
    if (path === "/user/emails") {
      return [
        { email: "second@example.com", primary: false, verified: true },
        { email, primary: true, verified },
      ];
    }
    return null;
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    const said = answer(
      pathname,
      new URLSearchParams(await textOf(request)),
      request.headers.authorization ?? "",
    );
    response.writeHead(said ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(said ?? { error: "invalid_grant" }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoints: {
      googleDiscovery: `${issuer}/.well-known/openid-configuration`,
      githubIssuer: issuer,
      githubAuthorize: `${issuer}/authorize`,
      githubToken: `${issuer}/token`,
      githubApi: issuer,
    },
    consent(authorization, person) {
      const { searchParams } = new URL(authorization);
      const code = randomUUID();
      const [nonce, challenge] = [searchParams.get("nonce"), searchParams.get("code_challenge")];
      granted.set(code, { person, nonce, challenge });
      return new URLSearchParams({ code, state: searchParams.get("state") ?? "", iss: issuer });
    },
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function idToken(iss: string, { person, nonce }: Granted): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss, aud: env().GOOGLE_CLIENT_ID, sub: person.id, iat: now, exp: now + 600 },
    ...{ name: person.name, email: person.email, email_verified: person.verified },
    ...(nonce === null ? {} : { nonce }),
  };
  const body = [{ alg: "RS256", kid: "1" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${body}.${sign("RSA-SHA256", Buffer.from(body), KEY.privateKey).toString("base64url")}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
