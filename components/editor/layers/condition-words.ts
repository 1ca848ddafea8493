import type { Field } from "@/lib/template/field";
import { ruleSentence } from "@/lib/template/rules-words";
import type { Layer } from "@/lib/template/schema";

/** When the layer is shown, in sentences such as `Hide when Plan is "gold".`; empty for one that always is. */
export function conditionWords(layer: Layer, fields: readonly Field[]): string {
  const { rules, hideWhenMissing } = layer;
  const said = rules
    .filter(({ then }) => then.kind !== "set")
    .map((rule) => `${ruleSentence(rule, layer, fields)}.`);
  if (hideWhenMissing.length === 0) return said.join(" ");
  const names = hideWhenMissing.map((key) => fields.find((field) => field.key === key)?.label || key);
  return [...said, `Hide without ${names.join(" or ")}.`].join(" ");
}
