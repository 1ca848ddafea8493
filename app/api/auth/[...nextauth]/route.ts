import NextAuth from "next-auth";
import { authOptions } from "@/lib/accounts/auth-options";
import { connectCookieName, forgetIntent } from "@/lib/accounts/oauth/connect-intent";
import { cookieReader } from "@/lib/server/http/cookie";

type Context = { params: Promise<{ nextauth: string[] }> };

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

export { handler as GET, handler as POST };
