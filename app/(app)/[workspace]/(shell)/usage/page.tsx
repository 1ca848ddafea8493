import type { Metadata } from "next";
import { UsageView } from "@/components/usage/usage-view";
import { listMonths } from "@/lib/usage/list-months";
import { loadUsage, usageQuery } from "@/lib/usage/load-usage";
import { monthOf } from "@/lib/usage/months";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Usage" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ month?: string | string[] }>;
};

export default async function UsagePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "usage.read", `/${workspace}/usage`);
  const asked = usageQuery.safeParse({ month: (await searchParams).month });
  const [usage, months] = await Promise.all([
    loadUsage(scope, asked.success ? asked.data : {}),
    listMonths(scope),
  ]);
  // Nobody with a session reaches some projects only and this page.
  if (!usage.workspace) return null;
  return (
    <UsageView
      workspace={scope.workspaceSlug}
      month={usage.month}
      isThisMonth={usage.month === monthOf(new Date())}
      usage={usage.workspace}
      days={usage.days}
      projects={usage.projects}
      months={months}
    />
  );
}
