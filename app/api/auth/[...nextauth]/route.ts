import NextAuth from "next-auth";
import { authOptions } from "@/lib/accounts/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

// The settings are read when the first request comes, not while the app is built.
function handler(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
