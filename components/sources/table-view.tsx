"use client";

import { Download, Ellipsis, PenLine, Plus, Trash2, Type } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { downloadFile } from "../api/download-file";
import type { FormItem } from "../api/forms";
import type { LinkItem } from "../api/links";
import {
  changeTable,
  deleteSource,
  type RowsPage,
  renameSource,
  restoreSource,
  sourcePath,
  type TableItem,
  type TableRow,
} from "../api/sources";
import { TimeAgo } from "../shell/time-ago";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { InlineName } from "../ui/inline-name";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "../ui/menu";
import { toastWithUndo } from "../ui/toast-with-undo";
import { useFreshLoad } from "../use-fresh-load";
import { FormsSection } from "./forms-section";
import { ListButton } from "./list-button";
import { ParamDialog } from "./param-dialog";
import { RefillDialog } from "./refill-dialog";
import { RowDialog } from "./row-dialog";
import { RowSearch } from "./row-search";
import { RowsTable } from "./rows-table";
import { SourceLinks } from "./source-links";
import { countWords, KEY_KIND_NOTES } from "./source-words";
import { useRows } from "./use-rows";

export type TableViewProps = {
  loadId: string;
  workspace: string;
  table: TableItem;
  firstPage: RowsPage;
  links: readonly LinkItem[];
  forms: readonly FormItem[];
  canEdit: boolean;
};

/** One table: its rows, how they are found, and which links show them. */
export function TableView({
  loadId,
  workspace,
  table: loaded,
  firstPage,
  links,
  forms,
  canEdit,
}: TableViewProps) {
  useFreshLoad(loadId);
  const router = useRouter();
  const [table, setTable] = useState(loaded);
  const [seen, setSeen] = useState(loaded);
  if (seen !== loaded) {
    setSeen(loaded);
    setTable(loaded);
  }
  const rows = useRows(workspace, table, firstPage);
  const [naming, setNaming] = useState(false);
  const [param, setParam] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [editing, setEditing] = useState<TableRow | "new" | null>(null);
  const { id } = table;

  async function act(task: () => Promise<void>) {
    try {
      await task();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  const remove = () =>
    act(async () => {
      await deleteSource(workspace, id);
      router.push(`/${workspace}/data`);
      const undo = () =>
        act(async () => {
          await restoreSource(workspace, id);
          router.push(`/${workspace}/data/tables/${id}`);
          router.refresh();
        });
      toastWithUndo(`“${table.name}” was deleted`, () => void undo(), {
        description: "Links that use it show the fallbacks of their fields within seconds.",
      });
    });

  return (
    <main className="mx-auto max-w-5xl px-4 py-4 md:px-8 md:py-6">
      <Link href={`/${workspace}/data`} className="text-muted text-sm hover:text-text">
        Data
      </Link>
      <header className="mt-1 mb-5 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-72">
          {naming ? (
            <InlineName
              label="Name of the table"
              name={table.name}
              longest={80}
              onCancel={() => setNaming(false)}
              onDone={(name) => {
                setNaming(false);
                void act(async () => setTable({ ...table, ...(await renameSource(workspace, id, name)) }));
              }}
            />
          ) : (
            <h1 className="break-words font-semibold text-lg tracking-tight">{table.name}</h1>
          )}
          <p className="mt-1 text-muted text-xs">
            {countWords(rows.count, "row")} · {countWords(table.columns.length, "column")}
            {table.filledAt ? (
              <>
                {" "}
                · filled <TimeAgo date={table.filledAt} />
              </>
            ) : null}
          </p>
          <p className="mt-1 text-muted text-xs">
            Found by “{table.keyColumn}”: <code className="font-mono">?{table.param}=…</code>{" "}
            {KEY_KIND_NOTES[table.keyKind]}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {canEdit ? <ListButton label="Upload a new list" onFile={setFile} /> : null}
          {canEdit ? (
            <Button
              variant="primary"
              icon={<Plus aria-hidden className="size-4" />}
              onClick={() => setEditing("new")}
            >
              Add row
            </Button>
          ) : null}
          <Menu>
            <MenuTrigger asChild>
              <IconButton label="More for this table">
                <Ellipsis aria-hidden className="size-4" />
              </IconButton>
            </MenuTrigger>
            <MenuContent align="end">
              <MenuItem
                icon={<Download aria-hidden />}
                onSelect={() =>
                  void act(() => downloadFile(`${sourcePath(workspace, id)}/export`, `${table.name}.csv`))
                }
              >
                Download CSV
              </MenuItem>
              {canEdit ? (
                <>
                  <MenuItem icon={<PenLine aria-hidden />} onSelect={() => setNaming(true)}>
                    Rename
                  </MenuItem>
                  <MenuItem icon={<Type aria-hidden />} onSelect={() => setParam(true)}>
                    Name in the address
                  </MenuItem>
                  <MenuSeparator />
                  <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => void remove()}>
                    Delete
                  </MenuItem>
                </>
              ) : null}
            </MenuContent>
          </Menu>
        </div>
      </header>
      <RowSearch workspace={workspace} table={table} onFound={setEditing} canEdit={canEdit} />
      <RowsTable table={table} rows={rows} onOpen={setEditing} canEdit={canEdit} />
      <SourceLinks workspace={workspace} links={links} />
      <FormsSection workspace={workspace} table={table} forms={forms} links={links} canEdit={canEdit} />
      <RowDialog
        workspace={workspace}
        table={table}
        row={editing}
        canEdit={canEdit}
        onClose={() => setEditing(null)}
        onSaved={rows.put}
        onDelete={(row) => void rows.remove(row)}
      />
      <RefillDialog
        workspace={workspace}
        table={table}
        file={file}
        onClose={() => setFile(null)}
        onShown={() => {
          setFile(null);
          router.refresh();
        }}
      />
      <ParamDialog
        open={param}
        param={table.param}
        onClose={() => setParam(false)}
        onSave={async (name) => setTable(await changeTable(workspace, id, name))}
      />
    </main>
  );
}
