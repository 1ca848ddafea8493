import { within } from "@/lib/render/within";
import { log } from "@/lib/server/log";
import { readTableRow } from "@/lib/server/source-reads";
import type { AskSource } from "./look-up";
import { tableConfig } from "./table-config";

/** How long the database is waited for, ms. */
const PATIENCE_MS = 1_000;

/** How long what a table said may be shown, s: a row may be changed at any time. */
const SECONDS = 60;

/** Finds a table's row by what stands in the address. No row: no values, which is an answer too. */
export const lookUpRow: AskSource = async ({ sourceId, config, columns, filling }, workspaceId, read) => {
  try {
    const { param } = tableConfig.parse(config);
    const key = read([param])[param];
    if (key === undefined) return { values: {}, seconds: null, complete: true };
    const reading = readTableRow({ workspaceId, sourceId, filling }, key).then((cells) => ({ cells }));
    const found = await within(reading, PATIENCE_MS);
    if (!found) return { values: {}, seconds: 0, complete: false };
    const values = Object.fromEntries(columns.map((name, index) => [name, found.cells?.[index] ?? ""]));
    return { values, seconds: SECONDS, complete: true };
  } catch (error) {
    log().warn({ err: error, source: sourceId }, "a table could not be asked");
    return { values: {}, seconds: 0, complete: false };
  }
};
