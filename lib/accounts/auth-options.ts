import type { AuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { clientAddress } from "./client-address";
import { answerProvider, type ProviderAnswer } from "./oauth/answer-provider";
import { type OAuthEndpoints, oauthProviders, providerProfile } from "./oauth/oauth-providers";
import { providerId } from "./oauth/provider-id";
import { overTls, sessionCookieName } from "./session-cookie";
import { revokeSession, SESSION_LONGEST_MS } from "./sessions";
import { type SignInFrom, signIn } from "./sign-in";
import { signInByLink } from "./sign-in-by-link";

/**
 * Settings of next-auth for one request. The token holds a person's id and a session row's id and nothing else;
 * whether the session lives is for the row to say, at every request.
 */
export function authOptions(request: Request, endpoints?: OAuthEndpoints): AuthOptions {
  const secure = overTls();
  const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const prefix = secure ? "__Host-" : "";
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SESSION_LONGEST_MS / 1000 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookie },
      csrfToken: { name: `${prefix}nameplate.csrf`, options: cookie },
      callbackUrl: { name: `${prefix}nameplate.callback`, options: cookie },
    },
    providers: [
      credentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        authorize: (input, { headers }) => attempt(() => signIn(input, cameFrom(headers))),
      }),
      credentialsProvider({
        id: "link",
        credentials: { token: { type: "text" }, code: { type: "text" } },
        authorize: (input, { headers }) => attempt(() => signInByLink(input, cameFrom(headers))),
      }),
      ...oauthProviders(endpoints),
    ],
    callbacks: {
      // A provider's word makes a session row here, as a password does in `authorize`; the token is made from `user`.
      signIn: async ({ user, account }) => {
        if (account?.type !== "oauth") return true;
        const answer = await hearProvider(account.provider, user, request);
        if (answer.kind === "go") return answer.address;
        Object.assign(user, { id: answer.userId, sessionId: answer.sessionId });
        return true;
      },
      jwt: ({ token, user }) => {
        if (!user) return { sub: token.sub ?? "", sid: token.sid };
        return { sub: user.id, sid: "sessionId" in user ? user.sessionId : undefined };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => ownAddress(url),
    },
    events: {
      signOut: async ({ token }) => {
        const { sub, sid } = token ?? {};
        if (!sub || typeof sid !== "string") return;
        await revokeSession({ userId: sub, sessionId: sid }, sid).catch((error: unknown) => {
          log().warn({ err: error }, "a session could not be revoked at sign-out");
        });
      },
    },
    logger: {
      error: (code, metadata) => log().error({ code, err: metadata }, "sign-in failed unexpectedly"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** What goes wrong here would else stand in an address, in whatever words it was thrown. */
async function hearProvider(provider: string, user: unknown, request: Request): Promise<ProviderAnswer> {
  try {
    const account = { provider: providerId.parse(provider), profile: providerProfile.parse(user) };
    return await answerProvider(account, request);
  } catch (error) {
    log().error({ err: error }, "signing in by a provider failed unexpectedly");
    return { kind: "go", address: `${env().PUBLIC_URL}/sign-in?problem=failed` };
  }
}

/** Only pages of our own are ever gone to, whatever a form or a link asked for. */
function ownAddress(url: string): string {
  const { PUBLIC_URL } = env();
  if (!URL.canParse(url, PUBLIC_URL)) return PUBLIC_URL;
  const parsed = new URL(url, PUBLIC_URL);
  return parsed.origin === new URL(PUBLIC_URL).origin ? parsed.href : PUBLIC_URL;
}

function cameFrom(headers: Record<string, string | undefined> = {}): SignInFrom {
  return { address: clientAddress(headers["x-forwarded-for"]), userAgent: headers["user-agent"] ?? "" };
}

/** next-auth shows the message of what is thrown here in an address, so only codes go out. */
async function attempt(begin: () => Promise<{ userId: string; sessionId: string } | null>) {
  try {
    const session = await begin();
    return session && { id: session.userId, sessionId: session.sessionId };
  } catch (error) {
    if (error instanceof AppError && error.code === "too_many") {
      throw new Error(`too_many:${String(error.details?.retryAfter ?? 60)}`);
    }
    if (error instanceof AppError && error.details?.secondStep) {
      throw new Error(`code_${String(error.details.secondStep)}`);
    }
    log().error({ err: error }, "sign-in failed unexpectedly");
    throw new Error("unavailable");
  }
}
