import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "@/lib/server/db";
import { sourceObject } from "../source-item";
import type { FillingReport } from "./filling-report";
import type { Table } from "./lock-table";

/** Writes down that a list was uploaded that nobody sees yet. */
export async function recordFilling(scope: Scope, table: Table, { rows }: FillingReport): Promise<void> {
  await transaction((tx) =>
    recordEvent(tx, scope, "source.fill", sourceObject(table), {
      done: `uploaded a list of ${rows.toLocaleString("en-GB")} rows for`,
    }),
  );
}
