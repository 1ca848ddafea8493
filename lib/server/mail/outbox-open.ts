import { clientAddress } from "@/lib/accounts/client-address";
import { isLoopback } from "@/lib/accounts/network";
import { env } from "../env";

/** What a proxy or a tunnel in front leaves in a request. */
const FORWARDED = ["forwarded", "via", "x-real-ip"] as const;

/** What a browser on this machine calls this machine. */
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Whether a request may read the outbox: only where mails are kept at all, and only from this machine under its own
 * name. Whoever reads it can enter every account, so neither a neighbour in the network may, nor a foreign page that
 * has its name point here, nor whoever comes through a tunnel or a proxy to this machine, which may write any name.
 */
export function outboxOpen(headers: Headers): boolean {
  const { mode, SMTP_URL, PUBLIC_URL } = env();
  if (mode !== "local" || SMTP_URL !== undefined) return false;
  if (!THIS_MACHINE.test(new URL(PUBLIC_URL).host) || wasForwarded(headers)) return false;
  const forwarded = headers.get("x-forwarded-for");
  return isLoopback(clientAddress(forwarded)) && THIS_MACHINE.test(headers.get("host") ?? "");
}

/** The framework writes host and protocol itself where they are missing, as this machine's and without TLS. */
function wasForwarded(headers: Headers): boolean {
  return (
    FORWARDED.some((name) => headers.has(name)) ||
    !THIS_MACHINE.test(headers.get("x-forwarded-host") ?? "localhost") ||
    (headers.get("x-forwarded-proto") ?? "http") !== "http"
  );
}
