import { meaningfulValues } from "@/lib/link/literal-tag";
import type { LookedUp, LookUp } from "@/lib/render/look-up";
import type { LinkSourceRow } from "@/lib/server/picture-reads";
import { lookUpRow } from "./look-up-row";

/** What one source gives: values by their names in the source. */
export type SourceAnswer = {
  values: Readonly<Record<string, string>>;
  /** For how long they hold, s; null: until the source is changed. */
  seconds: number | null;
  /** Whether it was asked with success now, or not long ago. */
  complete: boolean;
};

/** Asks one source. Never rejects. */
export type AskSource = (
  source: LinkSourceRow,
  workspaceId: string,
  read: Parameters<LookUp>[1],
) => Promise<SourceAnswer>;

const ASK: Record<LinkSourceRow["kind"], AskSource> = { table: lookUpRow, http: lookUpRow };

/** Looks values up in all sources of a link at once; where two give a field, the later one goes before. */
export const lookUp: LookUp = async ({ sources = [], workspaceId }, read) => {
  const answers = await Promise.all(
    sources.map(async (source) => ({ source, answer: await ASK[source.kind](source, workspaceId, read) })),
  );
  const looked: LookedUp = { values: {}, seconds: null, complete: true };
  for (const { source, answer } of answers) {
    const mapped = Object.entries(source.mapping).flatMap(([field, name]): [string, string][] => {
      const value = Object.hasOwn(answer.values, name) ? answer.values[name] : undefined;
      return value === undefined ? [] : [[field, value]];
    });
    Object.assign(looked.values, meaningfulValues(Object.fromEntries(mapped)));
    looked.seconds = shorter(looked.seconds, answer.seconds);
    looked.complete &&= answer.complete;
  }
  return looked;
};

function shorter(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
