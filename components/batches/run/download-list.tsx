import { FileText, Grid3x3, Package, Table } from "lucide-react";
import type { BatchProgress } from "@/lib/batches/batch-item";
import { type BatchItem, batchPath } from "../../api/batches";
import { Button } from "../../ui/button";
import { count, many } from "../batch-words";

export type DownloadListProps = { workspace: string; batch: BatchItem; progress: BatchProgress };

const DOWNLOADS = [
  { file: "results.zip", label: "Download ZIP", icon: Package },
  { file: "results.pdf", label: "One PDF", icon: FileText },
  { file: "results.csv", label: "List as CSV", icon: Table },
  { file: "contact-sheet.jpg", label: "Contact sheet", icon: Grid3x3 },
] as const;

/**
 * What can be taken along of a batch: everything as a ZIP, a list of it, an overview. It has its place before there is
 * anything, so that nothing moves when there is.
 */
export function DownloadList({ workspace, batch, progress }: DownloadListProps) {
  const { state, made } = progress;
  const root = batchPath(workspace, batch.id);
  const isWhole = state === "done";
  const isPages = batch.output.format === "pdf";
  // Pages are looked at in a reader, not side by side; pictures are not pages.
  const notOffered = isPages ? "contact-sheet.jpg" : "results.pdf";
  const offered = DOWNLOADS.filter(({ file }) => file !== notOffered);
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
      {isWhole && isPages && made > 0 ? (
        <p className="figures text-faint text-xs">{pagesOf(progress)}</p>
      ) : null}
    </section>
  );
}

/** What stands in the one PDF, and which rows do not. */
function pagesOf({ made, failed, leftOut }: BatchProgress): string {
  const without = [
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    ...(leftOut > 0 ? [`${count(leftOut)} left out`] : []),
  ];
  const missing = without.length === 0 ? "" : `; rows without: ${without.join(", ")}`;
  return `${many(made, "page")} in one PDF${missing}.`;
}
