import type { AuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { clientAddress } from "./client-address";
import { overTls, sessionCookieName } from "./session-cookie";
import { revokeSession, SESSION_LONGEST_MS } from "./sessions";
import { type SignInFrom, signIn } from "./sign-in";
import { signInByLink } from "./sign-in-by-link";

/**
 * Settings of next-auth. The token holds a person's id and a session row's id and nothing else; whether the session
 * lives is for the row to say, at every request.
 */
export function authOptions(): AuthOptions {
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
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        if (!user) return { sub: token.sub ?? "", sid: token.sid };
        return { sub: user.id, sid: "sessionId" in user ? user.sessionId : undefined };
      },
      session: ({ session }) => ({ expires: session.expires }),
      // Only paths of our own are ever gone to, whatever a form or a link asked for.
      redirect: () => env().PUBLIC_URL,
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
