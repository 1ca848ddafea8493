import { Skeleton } from "./skeleton";

const ROWS = ["first", "second", "third", "fourth"] as const;

/** A page with a title and a list that are on their way. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <main aria-busy="true" aria-label={label} className="mx-auto max-w-3xl px-4 py-4 md:px-8 md:py-6">
      <div className="mb-6 flex h-8 items-center">
        <Skeleton className="h-5 w-28" />
      </div>
      <div className="divide-y rounded-lg bg-panel shadow-card">
        {ROWS.map((row) => (
          <div key={row} className="flex h-14 items-center gap-3 px-4">
            <Skeleton className="size-6 rounded-full" />
            <Skeleton className="h-4 w-48" />
          </div>
        ))}
      </div>
    </main>
  );
}
