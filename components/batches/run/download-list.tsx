import { FileText, Grid3x3, Package, Table } from "lucide-react";
import type { BatchState } from "@/lib/batches/batch-item";
import { type BatchItem, batchPath } from "../../api/batches";
import { Button } from "../../ui/button";

export type DownloadListProps = { workspace: string; batch: BatchItem; state: BatchState };

const DOWNLOADS = [
  { file: "results.zip", label: "Download ZIP", icon: Package },
  { file: "results.csv", label: "List as CSV", icon: Table },
  { file: "contact-sheet.jpg", label: "Contact sheet", icon: Grid3x3 },
  { file: "results.pdf", label: "One PDF", icon: FileText },
] as const;

/** What can be taken along of a batch: everything as a ZIP, a list of it, an overview. */
export function DownloadList({ workspace, batch, state }: DownloadListProps) {
  const root = batchPath(workspace, batch.id);
  const isWhole = state === "done";
  return (
    <section aria-label="Downloads" className="flex flex-wrap items-center gap-2">
      {DOWNLOADS.map(({ file, label, icon: Icon }, index) => (
        <Button key={file} asChild variant={index === 0 && isWhole ? "primary" : "secondary"}>
          <a href={`${root}/${file}`} download>
            <Icon aria-hidden className="size-4" />
            {label}
          </a>
        </Button>
      ))}
      {isWhole ? null : <p className="text-faint text-xs">Of what is made by now.</p>}
    </section>
  );
}
