import { Skeleton } from "../ui/skeleton";

const SECTIONS = [
  "profile",
  "password",
  "two-step",
  "workspace",
  "fonts",
  "hosts",
  "appearance",
  "sessions",
] as const;

export function SettingsSkeleton() {
  return (
    <main
      aria-busy="true"
      aria-label="Loading settings"
      className="mx-auto max-w-3xl px-4 py-4 md:px-8 md:py-6"
    >
      <Skeleton className="mb-6 h-5 w-24" />
      {SECTIONS.map((section) => (
        <div key={section} className="border-t py-6">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="mt-3 h-8 w-72" />
        </div>
      ))}
    </main>
  );
}
