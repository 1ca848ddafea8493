import type { WorkspaceItem } from "./workspace-menu";

/** Workspaces whose name or address holds the text, accents and case aside; those that begin with it first. */
export function findWorkspaces(workspaces: readonly WorkspaceItem[], text: string): WorkspaceItem[] {
  const wanted = plain(text.trim());
  const found = workspaces.filter(({ name, slug }) =>
    [plain(name), slug].some((each) => each.includes(wanted)),
  );
  const begins = ({ name, slug }: WorkspaceItem) =>
    [plain(name), slug].some((each) => each.startsWith(wanted));
  return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[łŁ]/g, "l").toLowerCase();
}
