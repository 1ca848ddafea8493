import { AppError } from "@/lib/errors";
import { env } from "../env";

/**
 * Refuses a request that changes something unless the browser says that a page of ours sent it. Browsers put
 * `Origin` and `Sec-Fetch-Site` on every such request and no page can forge them; a program of one's own has to
 * send an `Origin` too, since a session cookie is not meant for it.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const fromHere = origin === null ? site === "same-origin" : isOurs(origin, request.headers.get("host"));
  if (fromHere && (site === null || site === "same-origin")) return;
  throw new AppError(
    "forbidden",
    "This request did not come from a page of this site. Open the site itself and try again.",
    { details: { expected: env().PUBLIC_URL } },
  );
}

/** The configured address, or the very host the request was sent to: a page cannot choose its target's `Host`. */
function isOurs(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return (
    url.origin === new URL(env().PUBLIC_URL).origin || (host !== null && url.host === host.toLowerCase())
  );
}
