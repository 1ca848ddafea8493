import { type NextRequest, NextResponse } from "next/server";
import { pageHeaders } from "@/lib/server/http/page-headers";

/**
 * Puts the security headers on pages, with a nonce for this one answer, and notes which page was asked for. It decides nothing about who may see what:
 * pages and data functions do.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const added = pageHeaders(nonce);
  const headers = new Headers(request.headers);
  // Next takes the nonce for its own scripts from the policy, our layout from a header of its own.
  headers.set("content-security-policy", added["content-security-policy"] ?? "");
  headers.set("x-nonce", nonce);
  // A layout is not told where the browser is going, and has to send it back there after signing in.
  headers.set("x-requested-path", request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(added)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!api/|i/|p/|f/|_next/static|_next/image|fonts/|wasm/|icon.svg|favicon.ico).*)"],
};
