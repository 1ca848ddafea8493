import { db } from "../db";
import type { Person } from "./people";

/** What changes without anybody having changed anything: what keys are used for. */
const USE: Readonly<Record<string, string[]>> = { ApiKey: ["lastUsedAt", "leakedAt"] };

/** What is written down while pictures are shown and some seconds after, whoever asks for what meanwhile. */
const COUNTS = ["UsageDay", "UsageMonth", "SourceAnswer", "SourceHealth"];

/** The rows of each table by its name, one a line. */
export type Content = Record<string, string>;

/** Everything somebody's workspace holds, in whatever tables there are, to see that nothing of it changed. */
export function tenantContent(owner: Person): Promise<Content> {
  return contentBy("workspaceId", owner.scope.workspaceId, "Workspace");
}

/** Everything kept of a person: their account, their sessions, what they are in. */
export function personContent({ scope }: Person): Promise<Content> {
  return contentBy("userId", scope.userId, "User");
}

/** One statement for all tables: walks ask this thousands of times. */
async function contentBy(column: string, id: string, root: string): Promise<Content> {
  const places = [
    { name: root, by: "id" },
    ...(await tablesWith(column)).map((name) => ({ name, by: column })),
  ];
  const parts = places.map(({ name, by }) => {
    const unseen = (USE[name] ?? []).map((use) => ` - '${use}'`).join("");
    return `SELECT '${name}' AS name, coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), '') AS rows
      FROM (SELECT (to_jsonb(t)${unseen})::text AS line FROM "${name}" t WHERE "${by}" = $1) lines`;
  });
  const found = await db().$queryRawUnsafe<{ name: string; rows: string }[]>(parts.join(" UNION ALL "), id);
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]));
}

const known = new Map<string, string[]>();

/** Names of the tables that have a column. They stay what they are while a test file runs. */
async function tablesWith(column: string): Promise<string[]> {
  const before = known.get(column);
  if (before) return before;
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = ${column} ORDER BY table_name`;
  const names = tables.map(({ name }) => name).filter((name) => !COUNTS.includes(name));
  known.set(column, names);
  return names;
}
