/** What of a long file of text is looked at, bytes. */
const BEGINNING = 512 * 1024;

/** The beginning of a list, up to the end of a line, where it is text that can be cut; else all of it. */
export async function listBeginning(file: File): Promise<File> {
  if (file.size <= BEGINNING || !/\.(csv|tsv|txt)$/i.test(file.name)) return file;
  const bytes = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
  const end = bytes.lastIndexOf(10) + 1;
  return new File([bytes.subarray(0, end > 0 ? end : bytes.length)], file.name, { type: file.type });
}
