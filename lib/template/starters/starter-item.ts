import type { FieldType } from "../field";
import type { StarterCategory } from "./category";
import type { Starter } from "./starters";

/** A starter as a page shows it: everything but its document. */
export type StarterItem = {
  id: string;
  name: string;
  category: StarterCategory;
  description: string;
  keywords: string;
  size: { width: number; height: number };
  fields: { label: string; type: FieldType }[];
  /** Its sample rows, by what the picture's address calls them. */
  rows: { id: string; name: string }[];
};

export function starterItem({ document, ...starter }: Starter): StarterItem {
  const { width, height, fields, samples } = document;
  return {
    ...starter,
    size: { width, height },
    fields: fields.map(({ label, type }) => ({ label, type })),
    rows: samples.map(({ id, name }) => ({ id, name })),
  };
}
