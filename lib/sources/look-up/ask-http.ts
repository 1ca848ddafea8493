import { LRUCache } from "lru-cache";
import { log } from "@/lib/server/log";
import type { LinkSourceRow } from "@/lib/server/picture-reads";
import type { Asker } from "./asker";
import { httpConfig, paramsOfConfig } from "./http-config";
import type { AskSource, SourceAnswer } from "./look-up";
import { sourceAsker } from "./process-asker";
import { type AskedSource, questionOf } from "./question";
import { valuesOf } from "./read-values";
import { openSecrets } from "./source-secrets";

/** Nothing was asked, and nothing failed: the picture's address does not say of whom. */
const UNASKED: SourceAnswer = { values: {}, seconds: null, complete: true };

/** Rows of links whose sources were read; a link brings the same row as long as nothing about it changes. */
const OPENED = 1_000;

/** Asks addresses for values. */
export function createAskHttp(asker: () => Asker): AskSource {
  const opened = new LRUCache<LinkSourceRow, AskedSource>({ max: OPENED });

  function open(row: LinkSourceRow, workspaceId: string): AskedSource {
    const known = opened.get(row);
    if (known) return known;
    const { sourceId, secrets: sealed } = row;
    const config = httpConfig.parse(row.config);
    const source = { sourceId, workspaceId, config, sealed, secrets: openSecrets(sourceId, sealed) };
    opened.set(row, source);
    return source;
  }

  return async (row, workspaceId, read) => {
    try {
      const source = open(row, workspaceId);
      const values = read(paramsOfConfig(source.config));
      const question = questionOf(source, values);
      const { row: sought } = source.config;
      if (!question || (sought && values[sought.param] === undefined)) return UNASKED;
      const { extract, seconds, complete } = await asker().ask(question);
      const found = extract && valuesOf(extract, sought ? values[sought.param] : undefined);
      return { values: found ?? {}, seconds, complete };
    } catch (error) {
      // Neither the address nor what was answered is in it.
      log().warn({ err: error, source: row.sourceId }, "a live source could not be asked");
      return { values: {}, seconds: 0, complete: false };
    }
  };
}

/** Asks addresses for values, by the asker of this process. */
export const askHttp: AskSource = createAskHttp(sourceAsker);
