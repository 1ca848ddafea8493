type Place = { id: string; workspaceId: string };

/** Where all pictures of a batch lie in storage. */
export function batchFolder({ id, workspaceId }: Place): string {
  return `batches/${workspaceId}/${id}`;
}

/** Under which name the picture of a row lies there. It says nothing of what stands in the row. */
export function batchFile(batch: Place, row: number, format: string): string {
  return `${batchFolder(batch)}/${row}.${format}`;
}
