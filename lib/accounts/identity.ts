import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/server/env";
import { sessionCookieName } from "./session-cookie";
import { confirmSession } from "./sessions";

/** Who is asking: a person, through one of their sessions. */
export type Identity = { userId: string; sessionId: string };

const claims = z.object({ sub: z.string(), sid: z.string() });

/**
 * The person behind a request's cookies, or null: no cookie, a forged or expired one, or a session whose row says
 * that it was revoked or has ended.
 */
export async function identify(cookie: (name: string) => string | undefined): Promise<Identity | null> {
  const token = cookie(sessionCookieName());
  if (!token) return null;
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const identity = { userId: parsed.data.sub, sessionId: parsed.data.sid };
  return (await confirmSession(identity)) ? identity : null;
}
