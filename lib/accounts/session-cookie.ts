import { env } from "@/lib/server/env";

/** Whether browsers reach us over TLS; only then may cookies be `Secure`. */
export function overTls(): boolean {
  return env().PUBLIC_URL.startsWith("https:");
}

/** Name of the session cookie. `__Host-` ties it to this very host, so that a neighbouring subdomain cannot set it. */
export function sessionCookieName(): string {
  return `${overTls() ? "__Host-" : ""}nameplate.session`;
}
