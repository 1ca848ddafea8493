/** Where the picture of a workspace template is. */
export function ownStarterPicture(workspace: string, id: string): string {
  return `/api/w/${encodeURIComponent(workspace)}/starters/${encodeURIComponent(id)}/picture.png`;
}
