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

/** One request to be made. */
export type Question = {
  source: AskedSource;
  /** What its answer is kept under: a keyed hash, since addresses hold personal data. */
  key: string;
  /** All questions that the source is asked in the same way: whether it is well is known of these. */
  way: string;
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
  const way = wayOf(source);
  return { source, key: keyOf(way, url), way, url, headers, accept: own?.value ?? ACCEPT[config.format] };
}

/** What decides what is answered, and what is read from it; how long anything holds does not. */
export function wayOf({
  sourceId,
  config,
  sealed,
}: Pick<AskedSource, "sourceId" | "config" | "sealed">): string {
  const { address, headers, format, row, values } = config;
  const told = JSON.stringify([address, headers, format, row?.column, values, sealed]);
  return `${sourceId} ${createHash("sha256").update(told).digest("base64url")}`;
}

function keyOf(way: string, url: string): string {
  const secret = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "nameplate source-answer v1", 32));
  return createHmac("sha256", secret).update(`${way}\0${url}`).digest("base64url");
}
