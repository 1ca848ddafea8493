import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/server/process-registry";
import type { Field } from "@/lib/template/field";
import type { BatchItem } from "../batch-item";
import { eachPart } from "../parts";
import { uniqueNames } from "./file-name";
import { type NamedRow, ownNames } from "./name-rows";

/** Batches whose names are kept in a process: of a long list they take some megabytes. */
const BATCHES = 4;

/** A pattern by which no two rows are called the same. */
const BY_NUMBER = /^\{\{\s*row\s*\}\}$/u;

/** What files of rows are called, as `nameRows` says, for whoever begins anywhere in the list. */
export type KnownNames = {
  /** To be waited for before rows up to this one are named. */
  upTo: (row: number) => Promise<void>;
  nameOf: (row: NamedRow) => string;
};

type Of = { item: BatchItem; workspaceId: string };

/**
 * The names of a batch that was started, whose rows stay as they are. Equal ones are told apart by all before them: these are
 * looked through once in a process, no further than anybody asked.
 */
export function knownNames({ item, workspaceId }: Of, fields: readonly Field[]): KnownNames {
  const known = processWide(
    "names-of-batches",
    () => new LRUCache<string, KnownNames>({ max: BATCHES, ttl: 60 * 60_000 }),
  );
  const names = known.get(item.id) ?? newNames({ item, workspaceId }, fields);
  known.set(item.id, names);
  return names;
}

function newNames({ item, workspaceId }: Of, fields: readonly Field[]): KnownNames {
  const { fileName, format } = item.output;
  const ownName = ownNames(item, fields);
  /** Those that are not called as their pattern says, for others are. */
  const renamed = new Map<number, string>();
  const nameOf = (row: NamedRow) => renamed.get(row.row) ?? `${ownName(row)}.${format}`;
  if (BY_NUMBER.test(fileName)) return { upTo: async () => undefined, nameOf };
  const unique = uniqueNames(format);
  let until = 0;
  let looking: Promise<void> = Promise.resolve();

  async function look(last: number): Promise<void> {
    if (last <= until) return;
    for await (const { firstRow, rows } of eachPart({ id: item.id, workspaceId }, until + 1)) {
      for (const [at, { cells, leftOut }] of rows.entries()) {
        const row = firstRow + at;
        if (leftOut || row <= until) continue;
        const own = ownName({ row, cells });
        const name = unique(own);
        if (name !== `${own}.${format}`) renamed.set(row, name);
      }
      until = firstRow + rows.length - 1;
      if (until >= last) return;
    }
  }

  return {
    nameOf,
    upTo(row) {
      // One after the other: who comes later finds what is known by then.
      const looked = looking.then(() => look(row));
      looking = looked.catch(() => undefined);
      return looked;
    },
  };
}
