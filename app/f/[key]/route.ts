import { AppError } from "@/lib/errors";
import { isDatabaseAway } from "@/lib/server/database-away";
import { log } from "@/lib/server/log";
import { answerForm, brokenForm, type FormAnswer, showForm } from "@/lib/sources/forms/answer-form";

type Context = { params: Promise<{ key: string }> };

/** A form that anybody may answer who has its address. Plain HTML: no script, no cookie. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  return sent(() => showForm(key, new URL(request.url).searchParams));
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  return sent(() => answerForm(key, request));
}

async function sent(make: () => Promise<FormAnswer>): Promise<Response> {
  const { status, html, nonce } = await make().catch((error: unknown) => {
    if (error instanceof AppError) return brokenForm(error.status);
    if (isDatabaseAway(error)) log().warn({ err: error }, "the database did not answer for a form");
    else log().error({ err: error }, "a form failed");
    return brokenForm(isDatabaseAway(error) ? 503 : 500);
  });
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "x-robots-tag": "noindex",
    },
  });
}
