import type { Metadata } from "next";
import { TemplatesView } from "@/components/templates/templates-view";
import { loadAccount } from "@/lib/accounts/account";
import { allowed } from "@/lib/accounts/permissions";
import { listProjects } from "@/lib/server/projects";
import { listTemplates, templatesQuery } from "@/lib/server/templates/list-templates";
import { listStarters } from "@/lib/server/templates/starters";
import { starterItem } from "@/lib/template/starters/starter-item";
import { STARTERS } from "@/lib/template/starters/starters";
import { orNotFound, pageScope, requireIdentity } from "../../../access";

export const metadata: Metadata = { title: "Templates" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ project?: string | string[]; search?: string | string[] }>;
};

export default async function TemplatesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "template.read");
  const { project, search } = await searchParams;
  const query = templatesQuery.safeParse({ project, search });
  const filter = query.success ? query.data : templatesQuery.parse({});
  const identity = await requireIdentity(`/${workspace}`);
  const [page, projects, ownStarters, { name }] = await orNotFound(
    Promise.all([
      listTemplates(scope, filter),
      listProjects(scope),
      allowed(scope.role, "starter.read") ? listStarters(scope) : [],
      loadAccount(identity),
    ]),
  );
  return (
    <TemplatesView
      loadId={crypto.randomUUID()}
      workspace={scope.workspaceSlug}
      project={projects.find((each) => each.id === filter.project) ?? null}
      projects={projects}
      search={filter.search ?? ""}
      firstPage={page}
      canEdit={allowed(scope.role, "template.edit")}
      canRemoveStarters={allowed(scope.role, "starter.delete")}
      ownStarters={ownStarters}
      canLock={allowed(scope.role, "template.lock")}
      starters={STARTERS.map(starterItem)}
      userName={name}
    />
  );
}
