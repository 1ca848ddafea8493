/** Somebody waits at a form for the answer. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/**
 * The mail server's address with limits of time. The library takes its settings from the URL's query where a URL is given;
 * the operator's own stay.
 */
export function smtpAddress(address: string): string {
  const url = new URL(address);
  const limits = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS };
  for (const [name, ms] of Object.entries(limits)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  return url.href;
}
