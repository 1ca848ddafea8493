import { log } from "@/lib/server/log";
import { LONGEST_KEY, readTableRow, rowKeyHash } from "@/lib/server/source-reads";
import { databaseWatch } from "./database-watch";
import { isEmailDigest } from "./email-digests";
import type { AskSource } from "./look-up";
import { rowMemory, rowPlace } from "./row-memory";
import { type TableConfig, tableConfig } from "./table-config";

/** How long the database is waited for, ms. */
const PATIENCE_MS = 1_000;

/** How long what a table said may be shown, s: a row may be changed at any time. */
const SECONDS = 60;

/** Finds a table's row by what stands in the address. No row: no values, which is an answer too. */
export const lookUpRow: AskSource = async ({ sourceId, config, columns, filling }, workspaceId, read) => {
  try {
    const { param, keyKind } = tableConfig.parse(config);
    const key = keyIn(read([param])[param] ?? "", keyKind);
    if (key === "") return { values: {}, seconds: null, complete: true };
    if (key.length > LONGEST_KEY) return { values: {}, seconds: SECONDS, complete: true };
    const hash = rowKeyHash(sourceId, key);
    const by = keyKind === "email" && isEmailDigest(key) ? "alias" : "key";
    const place = rowPlace(sourceId, filling, hash);
    const watch = databaseWatch();
    // What was read a moment ago is there without it.
    const reading = rowMemory().read(place, () =>
      watch.query(() => readTableRow({ workspaceId, sourceId, filling }, hash, by)),
    );
    const found = await watch.wait(
      place,
      reading.then((cells) => ({ cells })),
      PATIENCE_MS,
    );
    if (!found) return { values: {}, seconds: 0, complete: false };
    const values = Object.fromEntries(columns.map((name, index) => [name, found.cells?.[index] ?? ""]));
    return { values, seconds: SECONDS, complete: true };
  } catch (error) {
    log().warn({ err: error, source: sourceId }, "a table could not be asked");
    return { values: {}, seconds: 0, complete: false };
  }
};

/** What stands in an address as a key. A sender that encodes nothing writes a `+` as it is, which is read as a space. */
function keyIn(value: string, keyKind: TableConfig["keyKind"]): string {
  const key = value.trim();
  return keyKind === "email" && key.includes("@") ? key.replaceAll(" ", "+") : key;
}
