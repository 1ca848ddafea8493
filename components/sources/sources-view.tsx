"use client";

import { Database, Globe, Table2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { SourceItem } from "../api/sources";
import { TimeAgo } from "../shell/time-ago";
import { EmptyState } from "../ui/empty-state";
import { useFreshLoad } from "../use-fresh-load";
import { ListButton } from "./list-button";
import { NewLiveButton } from "./live/new-live-button";
import { NewTableDialog } from "./new-table-dialog";
import { sourceWords } from "./source-words";

export type SourcesViewProps = {
  loadId: string;
  workspace: string;
  sources: readonly SourceItem[];
  canEdit: boolean;
};

/** Data of the workspace that links look values up in. */
export function SourcesView({ loadId, workspace, sources, canEdit }: SourcesViewProps) {
  useFreshLoad(loadId);
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const newButton = canEdit ? (
    <div className="flex flex-wrap gap-2">
      <NewLiveButton workspace={workspace} />
      <ListButton variant="primary" label="New table" onFile={setFile} />
    </div>
  ) : null;
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-5 flex min-h-8 flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-lg tracking-tight">Data</h1>
        {sources.length > 0 ? newButton : null}
      </header>
      {sources.length === 0 ? (
        <EmptyState icon={<Database aria-hidden />} title="No data yet" action={newButton}>
          Upload a list of your customers, and the address of a picture needs only say whose row is meant: no
          names in it, and a changed row changes the picture. Or let a live source answer: your own API, a
          published sheet, a feed.
        </EmptyState>
      ) : (
        <ul aria-label="Data" className="divide-y rounded-lg bg-panel shadow-card">
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} workspace={workspace} />
          ))}
        </ul>
      )}
      <NewTableDialog
        workspace={workspace}
        file={file}
        onClose={() => setFile(null)}
        onMade={({ id }) => {
          setFile(null);
          router.push(`/${workspace}/data/tables/${id}`);
        }}
      />
    </main>
  );
}

function SourceRow({ source, workspace }: { source: SourceItem; workspace: string }) {
  const isTable = source.kind === "table";
  const Icon = isTable ? Table2 : Globe;
  return (
    <li className="relative flex items-start gap-3 px-4 py-3 hover:bg-hover">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">
          <Link
            href={`/${workspace}/data/${isTable ? "tables" : "live"}/${source.id}`}
            className="after:absolute after:inset-0"
          >
            {source.name}
          </Link>
        </p>
        <p className="mt-0.5 text-muted text-xs">{sourceWords(source)}</p>
      </div>
      <p className="text-faint text-xs leading-5">
        {source.filledAt ? (
          <>
            filled <TimeAgo date={source.filledAt} />
          </>
        ) : (
          <>
            made <TimeAgo date={source.createdAt} />
          </>
        )}
      </p>
    </li>
  );
}
