import { ArrowLeft } from "lucide-react";
import Link from "next/link";

/** The way back to the list, above the title of what is in it. */
export function BackToBatches({ workspace }: { workspace: string }) {
  return (
    <Link
      href={`/${workspace}/batches`}
      className="mb-1 inline-flex h-6 items-center gap-1 rounded-sm text-faint text-xs hover:text-text"
    >
      <ArrowLeft aria-hidden className="size-3.5" />
      Batches
    </Link>
  );
}
