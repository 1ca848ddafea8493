import { db } from "../db";
import type { Person } from "./people";

/** What changes without anybody having changed anything: what keys are used for. */
const USE: Readonly<Record<string, string[]>> = { ApiKey: ["lastUsedAt", "leakedAt"] };

/** What is written down while pictures are shown and some seconds after, whoever asks for what meanwhile. */
const COUNTS = ["UsageDay", "UsageMonth", "SourceAnswer", "SourceHealth"];

/** Rows by the name of their table. */
export type Content = Record<string, unknown[]>;

/** Everything somebody's workspace holds, in whatever tables there are, to see that nothing of it changed. */
export function tenantContent(owner: Person): Promise<Content> {
  return contentBy("workspaceId", owner.scope.workspaceId, "Workspace");
}

/** Everything kept of a person: their account, their sessions, what they are in. */
export function personContent({ scope }: Person): Promise<Content> {
  return contentBy("userId", scope.userId, "User");
}

async function contentBy(column: string, id: string, root: string): Promise<Content> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = ${column} ORDER BY table_name`;
  const kept = tables.filter(({ name }) => !COUNTS.includes(name));
  const places = [{ name: root, by: "id" }, ...kept.map(({ name }) => ({ name, by: column }))];
  const found = await Promise.all(
    places.map(async ({ name, by }) => {
      const rows = await db().$queryRawUnsafe<{ row: unknown }[]>(
        `SELECT to_jsonb(t) - $2::text[] AS row FROM "${name}" t WHERE "${by}" = $1 ORDER BY t::text`,
        id,
        USE[name] ?? [],
      );
      return [name, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(found);
}
