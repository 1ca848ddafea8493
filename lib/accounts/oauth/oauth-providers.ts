import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/lib/server/env";
import type { ProviderId } from "./provider-id";

/** Where the providers are; tests have their own. */
export type OAuthEndpoints = {
  googleDiscovery: string;
  githubIssuer: string;
  githubAuthorize: string;
  githubToken: string;
  githubApi: string;
};

const REAL: OAuthEndpoints = {
  googleDiscovery: "https://accounts.google.com/.well-known/openid-configuration",
  githubIssuer: "https://github.com/login/oauth",
  githubAuthorize: "https://github.com/login/oauth/authorize",
  githubToken: "https://github.com/login/oauth/access_token",
  githubApi: "https://api.github.com",
};

/** What we take of a provider's answer. `email` is null unless the provider says that it is the person's. */
export const providerProfile = z.object({
  id: z.string().min(1),
  name: z.string(),
  // next-auth makes undefined of null.
  email: z
    .string()
    .nullish()
    .transform((email) => email ?? null),
});
export type ProviderProfile = z.infer<typeof providerProfile>;

/** The providers whose keys are set, in the order of their buttons. */
export function configuredProviders(): ProviderId[] {
  const { GOOGLE_CLIENT_ID, GITHUB_ID } = env();
  return [...(GOOGLE_CLIENT_ID ? (["google"] as const) : []), ...(GITHUB_ID ? (["github"] as const) : [])];
}

export function oauthProviders(endpoints: OAuthEndpoints = REAL): OAuthConfig<unknown>[] {
  const make = { google, github };
  return configuredProviders().map((id) => make[id](endpoints));
}

const googleClaims = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

function google({ googleDiscovery }: OAuthEndpoints): OAuthConfig<unknown> {
  const { GOOGLE_CLIENT_ID = "", GOOGLE_CLIENT_SECRET = "" } = env();
  return {
    id: "google",
    name: "Google",
    type: "oauth",
    wellKnown: googleDiscovery,
    authorization: { params: { scope: "openid email profile", prompt: "select_account" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId: GOOGLE_CLIENT_ID,
    clientSecret: GOOGLE_CLIENT_SECRET,
    profile: (claims): ProviderProfile => {
      const { sub, name, email, email_verified } = googleClaims.parse(claims);
      return { id: sub, name: name ?? "", email: email_verified === true ? (email ?? null) : null };
    },
  };
}

const githubUser = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

function github({
  githubIssuer,
  githubAuthorize,
  githubToken,
  githubApi,
}: OAuthEndpoints): OAuthConfig<unknown> {
  const { GITHUB_ID = "", GITHUB_SECRET = "" } = env();
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    // Named in its answers, and judged there.
    issuer: githubIssuer,
    authorization: { url: githubAuthorize, params: { scope: "read:user user:email" } },
    token: githubToken,
    userinfo: {
      url: `${githubApi}/user`,
      // The address of a profile is whatever the person shows; whether one is theirs stands in a list of its own.
      request: async ({ client, tokens }) => {
        const token = tokens.access_token ?? "";
        const user = await client.userinfo(token);
        const { body, statusCode } = await client.requestResource(`${githubApi}/user/emails`, token);
        return { ...user, emails: statusCode === 200 && body ? JSON.parse(body.toString("utf8")) : [] };
      },
    },
    checks: ["pkce", "state"],
    clientId: GITHUB_ID,
    clientSecret: GITHUB_SECRET,
    profile: (profile): ProviderProfile => {
      const { id, login, name } = githubUser.parse(profile);
      const { emails } = z.object({ emails: githubEmails }).parse(profile);
      const own = emails.find(({ primary, verified }) => primary && verified);
      return { id: String(id), name: name ?? login, email: own?.email ?? null };
    },
  };
}
