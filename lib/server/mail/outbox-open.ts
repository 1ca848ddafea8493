import { clientAddress } from "@/lib/accounts/client-address";
import { isLoopback } from "@/lib/accounts/network";
import { env } from "../env";

/** What a browser on this machine calls this machine. */
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Whether a request may read the outbox: only where mails are kept at all, and only from this machine under its own
 * name. Whoever reads it can enter every account, so neither a neighbour in the network may, nor a foreign page that
 * has its name point here, nor whoever comes through a tunnel to this machine.
 */
export function outboxOpen(headers: Headers): boolean {
  if (env().mode !== "local" || env().SMTP_URL !== undefined) return false;
  const forwarded = headers.get("x-forwarded-for");
  return isLoopback(clientAddress(forwarded)) && THIS_MACHINE.test(headers.get("host") ?? "");
}
