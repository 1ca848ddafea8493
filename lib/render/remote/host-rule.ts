import { domainToASCII } from "node:url";
import { getDomain } from "tldts";
import { AppError } from "@/lib/errors";
import { bareHostname } from "./url-rule";

/** Most hosts of one list. */
export const HOST_COUNT = 50;

const LABELS = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * A host that pictures may come from, in the form it is kept: `images.example.com`, or `*.example.com` for every host
 * below a domain. A whole address is read as its host. The base of a wildcard must belong to somebody: `*.com` and
 * `*.co.uk` reach across domains of strangers, as does `*.github.io`.
 *
 * @throws AppError saying what was expected
 */
export function parseHostPattern(input: string): string {
  const typed = input.trim();
  const host = /^https?:\/\//i.test(typed) && URL.canParse(typed) ? new URL(typed).hostname : typed;
  const isWildcard = host.startsWith("*.");
  const name = bareHostname(isWildcard ? host.slice(2) : host);
  const base = /[/\\@:?#%\s]/.test(name) ? "" : domainToASCII(name);
  if (!LABELS.test(base) || /^[\d.]+$/.test(base)) {
    throw new AppError(
      "invalid",
      `Expected a host such as images.example.com or *.example.com, got "${typed}".`,
    );
  }
  if (getDomain(base, { allowPrivateDomains: true }) === null && isWildcard) {
    throw new AppError(
      "invalid",
      `"${typed}" would let in hosts of many different owners. Name a domain of one owner, such as *.example.com.`,
    );
  }
  return isWildcard ? `*.${base}` : base;
}

/** Whether a host is on a list of kept patterns; an empty list lets every host through. */
export function isAllowedHost(hostname: string, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return true;
  const host = bareHostname(hostname);
  return patterns.some((pattern) =>
    pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern,
  );
}
