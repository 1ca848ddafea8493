import { z } from "zod";
import { LARGEST_INTEGER } from "@/lib/server/largest-integer";
import { linkSourcesInput, loadLinkSources, setLinkSources } from "@/lib/sources/link-sources";
import { deleteSource, restoreSource } from "@/lib/sources/manage-sources";
import { deleteRow, putRow } from "@/lib/sources/tables/change-row";
import { createTable } from "@/lib/sources/tables/create-table";
import { findRow, listRows } from "@/lib/sources/tables/read-rows-of";
import { replaceRows } from "@/lib/sources/tables/refill-table";
import { listTables, loadTable, type TableDetails } from "@/lib/sources/tables/table-details";
import { createTableInput, rowInput, rowsInput } from "@/lib/sources/tables/table-input";
import { listOfRows } from "@/lib/sources/tables/table-list";
import { operation } from "../operation";
import {
  filledTableShape,
  itemId,
  limitParam,
  linkDataShape,
  pageOf,
  tableRowShape,
  tableShape,
} from "../shapes";

const tag = "Tables";

const rowParams = itemId.extend({
  key: z.string().min(1).max(2_000).describe("What the row is found by, percent-encoded."),
});

const rows = rowsInput.describe("Each by the names of its columns; numbers and booleans become text.");

export const TABLE_OPERATIONS = [
  operation({
    id: "listTables",
    method: "GET",
    path: "/tables",
    tag,
    summary: "List tables",
    description: "All of them, the newest first.",
    action: "source.read",
    answer: {
      kind: "json",
      status: 200,
      description: "The tables.",
      schema: z.strictObject({ tables: z.array(tableShape) }),
    },
    example: () => ({}),
    run: async (scope) => ({ tables: (await listTables(scope)).map(tableOut) }),
  }),
  operation({
    id: "createTable",
    method: "POST",
    path: "/tables",
    tag,
    summary: "Create a table",
    description:
      "From up to 10,000 rows; `replaceTableRows` and the app take other lists later, the app files of up to 500,000 rows. Where a key stands twice, the last row stays.",
    action: "source.edit",
    body: createTableInput.extend({ rows }),
    answer: { kind: "json", status: 201, description: "The new table.", schema: filledTableShape },
    repeatable: true,
    example: () => ({
      body: {
        name: "Customers",
        keyColumn: "email",
        keyKind: "email",
        rows: [{ email: "ana@example.com", first_name: "Ana", points: 120 }],
      },
    }),
    run: async (scope, { body: { rows: sent, ...options } }) => {
      const { source, notes } = await createTable(scope, options, listOfRows(sent));
      return { table: tableOut(await loadTable(scope, source.id)), notes };
    },
  }),
  operation({
    id: "getTable",
    method: "GET",
    path: "/tables/{id}",
    tag,
    summary: "Get a table",
    description: "A deleted one is not found.",
    action: "source.read",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The table.", schema: tableShape },
    example: ({ tableId }) => ({ params: { id: tableId } }),
    run: async (scope, { params }) => tableOut(await loadTable(scope, params.id)),
  }),
  operation({
    id: "deleteTable",
    method: "DELETE",
    path: "/tables/{id}",
    tag,
    summary: "Delete a table",
    description:
      "Links that use it show the fallbacks of their fields within seconds. `restoreTable` brings it back for 30 days.",
    action: "source.edit",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ tableId }) => ({ params: { id: tableId } }),
    run: (scope, { params }) => deleteSource(scope, params.id),
  }),
  operation({
    id: "restoreTable",
    method: "POST",
    path: "/tables/{id}/restore",
    tag,
    summary: "Restore a deleted table",
    description: "Restoring one that is not deleted changes nothing.",
    action: "source.edit",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The table.", schema: tableShape },
    repeatable: true,
    example: ({ tableId }) => ({ params: { id: tableId } }),
    run: async (scope, { params }) => {
      await restoreSource(scope, params.id);
      return tableOut(await loadTable(scope, params.id));
    },
  }),
  operation({
    id: "listTableRows",
    method: "GET",
    path: "/tables/{id}/rows",
    tag,
    summary: "List rows",
    description: "In the order of the list; those that were added later come after it.",
    action: "source.read",
    params: itemId,
    query: z.strictObject({
      cursor: z.coerce
        .number()
        .int()
        .min(0)
        .max(LARGEST_INTEGER)
        .optional()
        .describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of rows.",
      schema: pageOf("rows", tableRowShape),
    },
    example: ({ tableId }) => ({ params: { id: tableId } }),
    run: (scope, { params, query: { cursor, limit } }) =>
      listRows(scope, params.id, { after: cursor, limit }),
  }),
  operation({
    id: "replaceTableRows",
    method: "PUT",
    path: "/tables/{id}/rows",
    tag,
    summary: "Replace all rows",
    description:
      "Pictures show the old rows until all of the new ones are there. The columns become those of the new rows; the key column has to be one of them.",
    action: "source.edit",
    params: itemId,
    body: z.strictObject({ rows }),
    answer: { kind: "json", status: 200, description: "The table.", schema: filledTableShape },
    example: ({ tableId, rowKey }) => ({
      params: { id: tableId },
      body: { rows: [{ Email: rowKey, Name: "Maria" }] },
    }),
    run: async (scope, { params, body }) => {
      const { notes } = await replaceRows(scope, params.id, listOfRows(body.rows));
      return { table: tableOut(await loadTable(scope, params.id)), notes };
    },
  }),
  operation({
    id: "getTableRow",
    method: "GET",
    path: "/tables/{id}/rows/{key}",
    tag,
    summary: "Get a row",
    description: "Found by its key, whatever its case; in a table of e-mail addresses by their digests too.",
    action: "source.read",
    params: rowParams,
    answer: { kind: "json", status: 200, description: "The row.", schema: tableRowShape },
    example: ({ tableId, rowKey }) => ({ params: { id: tableId, key: rowKey } }),
    run: (scope, { params }) => findRow(scope, params.id, params.key),
  }),
  operation({
    id: "putTableRow",
    method: "PUT",
    path: "/tables/{id}/rows/{key}",
    tag,
    summary: "Put a row",
    description:
      "A new one, or in the place of the one with its key, whole: columns that are left out become empty. Pictures made in the same process show it at once, others within 5 seconds; what mail programs keep, for a minute longer.",
    action: "source.edit",
    params: rowParams,
    body: z.strictObject({ values: rowInput.describe("By the names of the columns.") }),
    answer: { kind: "json", status: 200, description: "The row as it is now.", schema: tableRowShape },
    example: ({ tableId, rowKey }) => ({
      params: { id: tableId, key: rowKey },
      body: { values: { Name: "Maria" } },
    }),
    run: (scope, { params, body }) => putRow(scope, params.id, params.key, body.values),
  }),
  operation({
    id: "deleteTableRow",
    method: "DELETE",
    path: "/tables/{id}/rows/{key}",
    tag,
    summary: "Delete a row",
    description: "Pictures of whoever it was about show the fallbacks of their fields.",
    action: "source.edit",
    params: rowParams,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ tableId, rowKey }) => ({ params: { id: tableId, key: rowKey } }),
    run: (scope, { params }) => deleteRow(scope, params.id, params.key),
  }),
  operation({
    id: "getLinkData",
    method: "GET",
    path: "/links/{id}/data",
    tag,
    summary: "Get what a link looks up",
    description: "Which tables and other data, in order: where two give a field, the later one goes before.",
    action: "source.read",
    params: itemId,
    answer: { kind: "json", status: 200, description: "What it looks values up in.", schema: linkDataShape },
    example: ({ linkId }) => ({ params: { id: linkId } }),
    run: async (scope, { params }) => ({ sources: (await loadLinkSources(scope, params.id)).attached }),
  }),
  operation({
    id: "setLinkData",
    method: "PUT",
    path: "/links/{id}/data",
    tag,
    summary: "Set what a link looks up",
    description:
      "All of it, in order. Values that are looked up go before those that stand in the address. Needs a key that reaches the whole workspace.",
    action: "source.edit",
    params: itemId,
    body: linkSourcesInput,
    answer: {
      kind: "json",
      status: 200,
      description: "What it looks values up in now.",
      schema: linkDataShape,
    },
    example: ({ linkId, tableId }) => ({
      params: { id: linkId },
      body: { sources: [{ sourceId: tableId, mapping: { first_name: "Name" } }] },
    }),
    run: async (scope, { params, body }) => ({
      sources: (await setLinkSources(scope, params.id, body)).attached,
    }),
  }),
];

function tableOut(table: TableDetails): z.infer<typeof tableShape> {
  const { id, name, columns, rows: count, keyColumn, param, keyKind, links, filledAt, createdAt } = table;
  return {
    ...{ id, name, columns, rows: count, keyColumn, param, keyKind, links },
    filledAt: filledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
