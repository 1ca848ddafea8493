import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/accounts/auth-options";
import { connectCookieName, forgetIntent } from "@/lib/accounts/oauth/connect-intent";
import { cookieReader } from "@/lib/server/http/cookie";
import { errorResponse } from "@/lib/server/http/error-response";
import { readBody } from "@/lib/server/http/read-body";

type Context = { params: Promise<{ nextauth: string[] }> };

/** An address, a password and a token fit many times. */
const BODY_LIMIT = 64_000;

// The settings are read when the first request comes, not while the app is built.
async function handler(request: Request, context: Context): Promise<Response> {
  const response: Response = await NextAuth(authOptions(request))(request, context);
  const [action] = (await context.params).nextauth;
  // The wish to connect an account holds for one answer of a provider.
  if (action === "callback" && cookieReader(request)(connectCookieName()) !== undefined) {
    response.headers.append("set-cookie", forgetIntent());
  }
  return response;
}

/** The library reads a body to its end, however long it is, so that it gets one that was read already. */
async function limited(request: Request, context: Context): Promise<Response> {
  const { url, method, headers } = request;
  try {
    const body = await readBody(request, BODY_LIMIT);
    return handler(new NextRequest(url, { method, headers, body }), context);
  } catch (error) {
    return errorResponse(error, { method, route: new URL(url).pathname });
  }
}

export { handler as GET, limited as POST };
