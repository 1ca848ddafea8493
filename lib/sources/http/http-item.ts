import type { Scope } from "@/lib/accounts/scope";
import { type Database, db } from "@/lib/server/db";
import { type HttpConfig, httpConfig } from "../look-up/http-config";
import { openSecrets } from "../look-up/source-secrets";
import { liveSources, SOURCE_SELECT, type SourceItem, sourceItem, sourceNotFound } from "../source-item";
import { type FaultReason, faultSentence } from "./fault-sentence";

/** How a live source does, over all processes. */
export type HttpHealth = {
  lastGoodAt: Date | null;
  lastFailedAt: Date | null;
  /** Why it failed last, in a sentence. */
  lastFault: string | null;
  /** How often it failed since it last answered. */
  failures: number;
  /** Until when it is left alone; then one request tries it again. null: it is asked as ever. */
  openUntil: Date | null;
};

/** A live source with all about it but its secrets, of which only the names are told. */
export type HttpItem = SourceItem & {
  config: HttpConfig;
  secrets: string[];
  /** null: no picture has asked it yet. */
  health: HttpHealth | null;
};

export type StoredHttp = HttpItem & { sealed: string | null };

/** A live source as it is stored; for those who may change it. @throws AppError `not_found` */
export async function storedHttp(scope: Scope, id: string, tx: Database = db()): Promise<StoredHttp> {
  const row = await tx.dataSource.findFirst({
    where: { ...liveSources(scope), id, kind: "http" },
    select: { ...SOURCE_SELECT, secrets: true, health: true },
  });
  if (!row) throw sourceNotFound();
  const { secrets: sealed, health, ...rest } = row;
  return {
    ...sourceItem(rest),
    config: inOrder(httpConfig.parse(rest.config), rest.columns),
    secrets: Object.keys(openSecrets(id, sealed)).sort(),
    health: health && {
      lastGoodAt: health.lastGoodAt,
      lastFailedAt: health.lastFailedAt,
      lastFault: health.lastFault === null ? null : faultSentence(health.lastFault as FaultReason),
      failures: health.failures,
      openUntil: health.openUntil,
    },
    sealed,
  };
}

/** The database keeps no order of names; the columns have it. */
function inOrder(config: HttpConfig, columns: readonly string[]): HttpConfig {
  const values = columns.flatMap((name): [string, string][] => {
    const pointer = config.values[name];
    return pointer === undefined ? [] : [[name, pointer]];
  });
  return { ...config, values: Object.fromEntries(values) };
}

/** A live source. @throws AppError `not_found` */
export async function loadHttp(scope: Scope, id: string, tx: Database = db()): Promise<HttpItem> {
  const { sealed: _, ...item } = await storedHttp(scope, id, tx);
  return item;
}
