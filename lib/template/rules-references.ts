import type { Bindable, FieldReference } from "./layer-entry";
import { placeholderKeys, renamePlaceholder } from "./placeholders";
import type { LayerBase, Rule, RuleTest } from "./primitives";

/** The path by which a rule sets what a layer says. */
export const TEXT_PATH = "text";

const EXPECTS: Partial<Record<RuleTest["is"], FieldReference["expects"]>> = {
  greater: "number",
  less: "number",
  before: "date",
  after: "date",
};

/** The type of field whose values a property of a kind takes. */
export const HOLDS: Record<Bindable["kind"], FieldReference["expects"]> = {
  color: "color",
  number: "number",
  share: "number",
  image: "image",
  boolean: "boolean",
};

/** The fields that a layer's rules ask for or put into its text. */
export function ruleReferences({ rules }: LayerBase): FieldReference[] {
  return rules.flatMap(({ when, then }, index): FieldReference[] => [
    ...when.tests.map(
      ({ key, is }, at): FieldReference => ({
        key,
        path: `/rules/${index}/when/tests/${at}/key`,
        expects: EXPECTS[is] ?? "any",
      }),
    ),
    ...(then.kind === "set" && then.path === TEXT_PATH
      ? placeholderKeys(then.value).map(
          (key): FieldReference => ({
            key,
            path: `/rules/${index}/then/value`,
            expects: "any",
          }),
        )
      : []),
  ]);
}

/** The fields that a layer's properties are bound to. */
export function bindingReferences({ bindings }: LayerBase, bindables: readonly Bindable[]): FieldReference[] {
  return bindings.map(({ path, key }, index) => {
    const kind = bindables.find((bindable) => bindable.path === path)?.kind;
    return {
      key,
      path: `/bindings/${index}/key`,
      expects: kind === undefined ? "any" : HOLDS[kind],
    };
  });
}

/** The rule with its references to `from` changed to `to`. */
export function renameInRule({ when, then }: Rule, from: string, to: string): Rule {
  const tests = when.tests.map((test) => (test.key === from ? { ...test, key: to } : test));
  const isText = then.kind === "set" && then.path === TEXT_PATH;
  return {
    when: { ...when, tests },
    then: isText ? { ...then, value: renamePlaceholder(then.value, from, to) } : then,
  };
}
