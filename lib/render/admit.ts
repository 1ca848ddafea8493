import { QUERY_LIMITS } from "@/lib/link/read-query";
import { canonicalSigned, SIGNED_PARAMS, signedParam, textToSign } from "@/lib/link/signed-query";
import { isSignedBy, looksSigned, openToken } from "@/lib/server/link-signing";
import { parseAddress } from "@/lib/template/parse-address";
import type { PublishedLink } from "./link-cache";
import { NO_HOSTS, narrowHosts } from "./remote/narrow-hosts";

type LiveLink = Extract<PublishedLink, { state: "live" }>;

/** Why an address shows the picture without values although its link is there. */
export type Refusal = "paused" | "expired" | "signature" | "token";

/** An address that may say what its link shows. */
export type Admitted = {
  refusal: null;
  /** The link, reaching no further for pictures than this address may. */
  link: LiveLink;
  /** What is to be read of the query. */
  rawQuery: string;
  /** Values that came encrypted, in place of those in the query. */
  values: Readonly<Record<string, string>> | null;
  /** When that ends, ms; Infinity: never. */
  until: number;
};

export type Admission = Admitted | { refusal: Refusal; rawQuery: string };

/** Whether a clock that runs a little behind or ahead of ours may still be right, ms. */
const SKEW_MS = 60_000;

/** Judges an address by its link's settings: pause and end, signature, encrypted values. */
export function admit(link: LiveLink, key: string, rawQuery: string, now: number): Admission {
  const { settings, secrets = [], allowedImageHosts } = link;
  if (settings?.paused) return { refusal: "paused", rawQuery };
  const end = settings?.expiresAt ?? Number.POSITIVE_INFINITY;
  if (now >= end) return { refusal: "expired", rawQuery };

  const hosts = narrowHosts(allowedImageHosts, settings?.allowedImageHosts ?? []);
  const reaching = (allowed: readonly string[]): LiveLink =>
    allowed === allowedImageHosts ? link : { ...link, allowedImageHosts: allowed };

  // Nobody reads further, and what is longer was signed by nobody: `signLinkUrl` refuses to.
  const isReadable = rawQuery.length <= QUERY_LIMITS.length;
  const token =
    isReadable && rawQuery.includes(SIGNED_PARAMS.token) ? signedParam(rawQuery, SIGNED_PARAMS.token) : null;
  if (token !== null) {
    const content = openToken(secrets, key, token);
    if (!content) return { refusal: "token", rawQuery };
    const until = content.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
    if (now >= until + SKEW_MS) return { refusal: "token", rawQuery };
    const { values } = content;
    return { refusal: null, link: reaching(hosts), rawQuery, values, until: Math.min(end, until + SKEW_MS) };
  }

  const policy = settings?.policy ?? "open";
  if (policy === "open") return { refusal: null, link: reaching(hosts), rawQuery, values: null, until: end };
  const signed = isReadable ? signedUntil(secrets, key, rawQuery, now) : null;
  if (signed !== null) {
    // Read as it was signed, so that two spellings of one signed text are one picture.
    const query = canonicalSigned(rawQuery);
    return {
      refusal: null,
      link: reaching(hosts),
      rawQuery: query,
      values: null,
      until: Math.min(end, signed),
    };
  }
  // A signature that does not hold was meant to: whoever made it learns so, whatever the address may do without.
  if (policy === "signed" || rawQuery.includes(`${SIGNED_PARAMS.signature}=`))
    return { refusal: "signature", rawQuery };
  const listed = hosts.length === 0 ? hostsOfDesign(link.document) : hosts;
  return { refusal: null, link: reaching(listed), rawQuery, values: null, until: end };
}

/** The hosts of pictures that the design itself shows where a field is empty. */
function hostsOfDesign({ fields }: LiveLink["document"]): readonly string[] {
  const hosts = fields.flatMap(({ type, fallback }) => {
    const address = type === "image" ? parseAddress(fallback) : null;
    return address === null ? [] : [new URL(address).hostname];
  });
  return hosts.length === 0 ? NO_HOSTS : hosts;
}

/** Until when the signature of a query holds, ms; null where there is none that does. */
function signedUntil(secrets: readonly string[], key: string, rawQuery: string, now: number): number | null {
  const signature = signedParam(rawQuery, SIGNED_PARAMS.signature);
  if (
    signature === null ||
    !looksSigned(signature) ||
    !isSignedBy(secrets, textToSign(key, rawQuery), signature)
  )
    return null;
  const expiry = signedParam(rawQuery, SIGNED_PARAMS.expiry);
  if (expiry === null) return Number.POSITIVE_INFINITY;
  const until = /^\d{1,12}$/.test(expiry) ? Number(expiry) * 1000 + SKEW_MS : 0;
  return now < until ? until : null;
}
