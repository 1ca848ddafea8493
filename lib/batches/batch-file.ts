/** Under which name the picture of a row lies in storage. It says nothing of what stands in the row. */
export function batchFile(batch: { id: string; workspaceId: string }, row: number, format: string): string {
  return `batches/${batch.workspaceId}/${batch.id}/${row}.${format}`;
}
