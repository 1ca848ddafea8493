import type { Field } from "@/lib/template/field";

/** What of a template a batch is about. Lengths in px. */
export type TemplateFacts = {
  id: string;
  name: string;
  width: number;
  height: number;
  fields: readonly Field[];
  /** Its sizes besides its own. */
  variants: readonly { id: string; name: string; width: number; height: number }[];
};
