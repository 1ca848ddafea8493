import { Client } from "pg";
import { z } from "zod";
import { env } from "./env";
import { log } from "./log";

/** Channel on which a changed link is announced, in the transaction that changes it. */
export const PUBLISHED_CHANNEL = "nameplate_published";

/** What is announced: the keys of the links that now show something else. */
const announcement = z.array(z.string());

const RETRY_MS = 2_000;

export type PublishListener = { stop: () => Promise<void> };

/**
 * Hears of publishes on every process that shares the database. Losing the connection loses nothing but
 * promptness: what links show is confirmed every few seconds anyway, and on reconnecting everything is.
 */
export function listenForPublishes(
  onChanged: (keys: readonly string[]) => void,
  onReconnected: () => void,
): PublishListener {
  let stopped = false;
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    client = next;
    next.on("notification", ({ payload }) => onChanged(readKeys(payload)));
    next.on("error", () => lost(next));
    next.on("end", () => lost(next));
    try {
      await next.connect();
      await next.query(`LISTEN ${PUBLISHED_CHANNEL}`);
      onReconnected();
    } catch (error) {
      log().warn({ err: error }, "not listening for publishes; trying again");
      lost(next);
    }
  }

  function lost(gone: Client): void {
    if (stopped || client !== gone) return;
    client = null;
    gone.end().catch(() => {});
    retry = setTimeout(() => void connect(), RETRY_MS);
    retry.unref();
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}

function readKeys(payload: string | undefined): readonly string[] {
  try {
    return announcement.parse(JSON.parse(payload ?? "[]"));
  } catch {
    return [];
  }
}
