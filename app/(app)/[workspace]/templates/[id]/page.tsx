import type { Metadata } from "next";
import { cache } from "react";
import { EditorLoader } from "@/components/editor/editor-loader";
import { env } from "@/lib/server/env";
import { loadEditor } from "@/lib/server/templates/load-editor";
import { orNotFound, pageScope } from "../../../../access";

type Props = { params: Promise<{ workspace: string; id: string }> };

/** Loads once for the title and the page. */
const load = cache(async (workspace: string, id: string) => {
  const scope = await pageScope(workspace, "template.read", `/${workspace}/templates/${id}`);
  return { scope, template: await orNotFound(loadEditor(scope, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  return { title: (await load(workspace, id)).template.name };
}

export default async function EditorPage({ params }: Props) {
  const { workspace, id } = await params;
  const { scope, template } = await load(workspace, id);
  return (
    <EditorLoader
      loadId={crypto.randomUUID()}
      workspace={{ slug: scope.workspaceSlug, name: scope.workspaceName }}
      template={template}
      origin={env().PUBLIC_URL}
      role={scope.role}
    />
  );
}
