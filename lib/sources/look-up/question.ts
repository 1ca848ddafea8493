import { createHash, createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/server/env";
import { fillAddress, fillHeader } from "./address-template";
import type { HttpConfig } from "./http-config";

/** A source, as it is asked. */
export type AskedSource = {
  sourceId: string;
  workspaceId: string;
  config: HttpConfig;
  /** As they are stored, encrypted: what is answered to other secrets is another answer. */
  sealed: string | null;
  secrets: Readonly<Record<string, string>>;
};

/** One request to be made, and the name that its answer is kept under. */
export type Question = {
  source: AskedSource;
  key: string;
  url: string;
  headers: Record<string, string>;
  accept: string;
};

const ACCEPT: Record<HttpConfig["format"], string> = {
  json: "application/json, */*;q=0.5",
  csv: "text/csv, text/plain;q=0.8, */*;q=0.5",
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.8, */*;q=0.5",
};

/**
 * The request for a picture. null where the picture's address lacks a value that it needs: nothing is asked then.
 *
 * @throws AppError `invalid` for a secret that is not there
 */
export function questionOf(source: AskedSource, values: Readonly<Record<string, string>>): Question | null {
  const { config, secrets } = source;
  const url = fillAddress(config.address, values, secrets);
  if (url === null) return null;
  const own = config.headers.find(({ name }) => name.toLowerCase() === "accept");
  const headers = Object.fromEntries(
    config.headers
      .filter((header) => header !== own)
      .map(({ name, value }): [string, string] => [name.toLowerCase(), fillHeader(value, secrets)]),
  );
  return { source, key: keyOf(source, url), url, headers, accept: own?.value ?? ACCEPT[config.format] };
}

/**
 * The name of an answer: a keyed hash, since addresses hold personal data. What decides what is answered, and what is
 * read from it, is part of it; how long anything holds is not.
 */
function keyOf({ sourceId, config, sealed }: AskedSource, url: string): string {
  const { headers, format, row, values } = config;
  const reading = JSON.stringify([headers, format, row?.column, values, sealed]);
  const secret = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "nameplate source-answer v1", 32));
  return createHmac("sha256", secret)
    .update(`${sourceId}\0${createHash("sha256").update(reading).digest("hex")}\0${url}`)
    .digest("base64url");
}
