import type { FontFamily } from "@/lib/paint/font-catalogue";

/** The files of families, as a text that changes when a face of one does. */
export function familyFiles(families: readonly FontFamily[]): string {
  return families
    .flatMap(({ family, faces }) =>
      faces.map(({ file, weight, italic }) => `${family} ${weight} ${italic} ${file}`),
    )
    .join();
}
