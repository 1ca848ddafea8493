import type { Reach } from "./scope";

/**
 * What a scope reaches, as conditions of queries. Workspace and projects are decided here and nowhere else; a query of
 * tenant data that takes neither of these nor the scope's `workspaceId` has no business being there.
 */

/** Projects within reach. */
export function projectsWithin({ workspaceId, projectIds }: Reach) {
  return projectIds === null ? { workspaceId } : { workspaceId, id: { in: [...projectIds] } };
}

/** Templates within reach, deleted ones too. */
export function templatesWithin({ workspaceId, projectIds }: Reach) {
  return projectIds === null ? { workspaceId } : { workspaceId, projectId: { in: [...projectIds] } };
}

/** What belongs to a template, such as its versions and links, within reach. */
export function ofTemplatesWithin({ workspaceId, projectIds }: Reach) {
  return projectIds === null
    ? { workspaceId }
    : { workspaceId, template: { projectId: { in: [...projectIds] } } };
}
