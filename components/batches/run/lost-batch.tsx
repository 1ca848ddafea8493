import { FileX } from "lucide-react";
import Link from "next/link";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { BackToBatches } from "../back-to-batches";

export type LostBatchProps = { workspace: string; name: string; why: string };

/** In place of a batch that went while somebody looked at it: deleted by somebody, or out of their reach. */
export function LostBatch({ workspace, name, why }: LostBatchProps) {
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <BackToBatches workspace={workspace} />
      <h1 className="wrap-anywhere mb-4 font-semibold text-lg tracking-tight">{name}</h1>
      <div role="alert">
        <EmptyState
          icon={<FileX aria-hidden />}
          title="This batch cannot be shown any more"
          action={
            <Button asChild variant="primary">
              <Link href={`/${workspace}/batches`}>See all batches</Link>
            </Button>
          }
        >
          {why}
        </EmptyState>
      </div>
    </main>
  );
}
