import { Skeleton } from "../ui/skeleton";
import { GRID } from "./template-grid";

const CARDS = ["a", "b", "c", "d", "e", "f"] as const;

/** The templates page before its templates: the same places, empty. */
export function TemplatesSkeleton() {
  return (
    <main aria-busy="true" aria-label="Loading templates" className="px-4 py-4 md:px-8 md:py-6">
      <div className="mb-5 flex h-8 items-center gap-2">
        <Skeleton className="h-5 w-32" />
        <span className="flex-1" />
        <Skeleton className="hidden h-8 w-56 sm:block" />
        <Skeleton className="h-8 w-32" />
      </div>
      <div className={GRID}>
        {CARDS.map((card) => (
          <div key={card}>
            <Skeleton className="aspect-[16/10] w-full rounded-lg" />
            <Skeleton className="mt-3 h-4 w-2/3" />
            <Skeleton className="mt-2 h-3 w-1/2" />
          </div>
        ))}
      </div>
    </main>
  );
}
