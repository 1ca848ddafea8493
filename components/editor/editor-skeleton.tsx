import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e", "f", "g"];

/** The editor's frame while it loads: the same places, so that nothing jumps when it is there. */
export function EditorSkeleton() {
  return (
    <div role="status" aria-label="The editor is loading" className="flex h-dvh flex-col overflow-hidden">
      <header className="flex h-12 shrink-0 items-center gap-3 border-b bg-panel px-3">
        <Skeleton className="size-7" />
        <Skeleton className="h-4 w-40" />
        <span className="flex-1" />
        <Skeleton className="hidden h-7 w-64 min-[60em]:block" />
        <span className="flex-1" />
        <Skeleton className="h-7 w-16" />
        <Skeleton className="h-7 w-20" />
      </header>
      <div className="flex min-h-0 flex-1">
        <aside className="hidden w-60 shrink-0 flex-col gap-2.5 border-r bg-panel p-3 min-[60em]:flex">
          <Skeleton className="mb-2 h-7" />
          {ROWS.map((row) => (
            <Skeleton key={row} className="h-5" />
          ))}
        </aside>
        <div className="flex min-w-0 flex-1 flex-col bg-stage">
          <div className="grid flex-1 place-items-center p-12">
            <Skeleton className="aspect-[1200/628] w-full max-w-3xl rounded-none" />
          </div>
          <div className="h-10 shrink-0 border-t bg-panel" />
        </div>
        <aside className="hidden w-70 shrink-0 flex-col gap-3 border-l bg-panel p-3 min-[60em]:flex">
          {ROWS.map((row) => (
            <Skeleton key={row} className="h-7" />
          ))}
        </aside>
      </div>
    </div>
  );
}
