import { Skeleton } from "../ui/skeleton";

/** A batch that is on its way: its name, where it stands, and what comes below. */
export function BatchSkeleton({ label }: { label: string }) {
  return (
    <main
      aria-busy="true"
      aria-label={label}
      className="mx-auto grid max-w-5xl gap-4 px-4 py-4 md:px-8 md:py-6"
    >
      <div className="mt-7 flex h-10 items-center gap-3">
        <Skeleton className="h-10 w-16 max-sm:hidden" />
        <Skeleton className="h-5 w-48" />
      </div>
      <Skeleton className="h-15 rounded-lg" />
      <Skeleton className="h-40 rounded-lg" />
    </main>
  );
}
