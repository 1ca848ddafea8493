/** Under which name a kept picture's file lies. It says nothing that the row does not know before the file is there. */
export function pictureFile(row: Record<"id" | "workspaceId" | "format", string>): string {
  return `images/${row.workspaceId}/${row.id}.${row.format}`;
}
