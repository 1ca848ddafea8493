import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/server/env";
import type { Identity } from "../identity";
import { overTls } from "../session-cookie";
import { type ProviderId, providerId } from "./provider-id";

/** Long enough to sign in at the provider. */
const INTENT_S = 10 * 60;

/** With a salt of its own it has another key than session tokens, and neither passes for the other. */
const SALT = "connect";

const claims = z.object({ sub: z.string(), sid: z.string(), provider: providerId, back: z.string() });

export type ConnectIntent = {
  /** The session in which the button was pressed. */
  identity: Identity;
  provider: ProviderId;
  /** Path of the settings to come back to. */
  back: string;
};

/** `__Host-` ties it to this very host, as the session cookie. */
export function connectCookieName(): string {
  return `${overTls() ? "__Host-" : ""}nameplate.connect`;
}

/**
 * The `Set-Cookie` that says: the person of this session pressed "Connect". Without it an answer of a provider never
 * connects anything, so nobody can have somebody else's browser connect an account.
 */
export async function rememberIntent({ identity, provider, back }: ConnectIntent): Promise<string> {
  const token = { sub: identity.userId, sid: identity.sessionId, provider, back };
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET, salt: SALT, maxAge: INTENT_S });
  return cookie(value, INTENT_S);
}

/** The `Set-Cookie` that forgets it. */
export function forgetIntent(): string {
  return cookie("", 0);
}

/** What was remembered in a request's cookies; null when there is nothing, or nothing that holds. */
export async function recallIntent(
  read: (name: string) => string | undefined,
): Promise<ConnectIntent | null> {
  const token = read(connectCookieName());
  if (!token) return null;
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET, salt: SALT }).catch(() => null);
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, sid, provider, back } = parsed.data;
  return { identity: { userId: sub, sessionId: sid }, provider, back };
}

function cookie(value: string, maxAge: number): string {
  const secure = overTls() ? "; Secure" : "";
  return `${connectCookieName()}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
