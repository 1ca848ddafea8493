import { CountTable } from "./count-table";
import type { ProjectUsageItem } from "./usage-items";

/** What each project used, the one that was seen most first. */
export function ProjectTable({ projects }: { projects: readonly ProjectUsageItem[] }) {
  if (projects.length === 0) {
    return (
      <p className="mb-6 text-muted text-sm">
        No picture was asked for in this month. Publish a template and open the address of its link: it is
        counted here.
      </p>
    );
  }
  return (
    <CountTable
      of="Project"
      title="By project"
      rows={projects.map(({ id, name, ...counts }) => ({
        ...counts,
        key: id ?? "",
        head: name ?? "No project known",
      }))}
    />
  );
}
