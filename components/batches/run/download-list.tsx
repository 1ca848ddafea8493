import { Grid3x3, Package, Table } from "lucide-react";
import type { BatchProgress } from "@/lib/batches/batch-item";
import { type BatchItem, batchPath } from "../../api/batches";
import { Button } from "../../ui/button";

export type DownloadListProps = { workspace: string; batch: BatchItem; progress: BatchProgress };

const DOWNLOADS = [
  { file: "results.zip", label: "Download ZIP", icon: Package },
  { file: "results.csv", label: "List as CSV", icon: Table },
  { file: "contact-sheet.jpg", label: "Contact sheet", icon: Grid3x3 },
] as const;

/**
 * What can be taken along of a batch: everything as a ZIP, a list of it, an overview. It has its place before there is
 * anything, so that nothing moves when there is.
 */
export function DownloadList({ workspace, batch, progress: { state, made } }: DownloadListProps) {
  const root = batchPath(workspace, batch.id);
  const isWhole = state === "done";
  // Pages are looked at in a reader, not side by side.
  const offered = DOWNLOADS.filter(
    ({ file }) => batch.output.format !== "pdf" || file !== "contact-sheet.jpg",
  );
  return (
    <section aria-label="Downloads" className="mt-4 flex flex-wrap items-center gap-2">
      {offered.map(({ file, label, icon: Icon }, index) =>
        made === 0 ? (
          <Button key={file} disabled icon={<Icon aria-hidden className="size-4" />}>
            {label}
          </Button>
        ) : (
          <Button key={file} asChild variant={index === 0 && isWhole ? "primary" : "secondary"}>
            <a href={`${root}/${file}`} download>
              <Icon aria-hidden className="size-4" />
              {label}
            </a>
          </Button>
        ),
      )}
      {isWhole || made === 0 ? null : <p className="text-faint text-xs">Of what is made by now.</p>}
    </section>
  );
}
