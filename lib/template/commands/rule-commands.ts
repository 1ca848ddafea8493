import { LIMITS } from "../limits";
import { toPlainText } from "../plain-text";
import type { Rule } from "../primitives";
import type { Document } from "../schema";
import { updateLayers } from "../tree";
import { accept } from "./accept";

type Target = { ids: readonly string[] };

/** Adds a rule to these layers, at the end unless told where. Layers that hold as many as may be stay as they are. */
export function addRule(
  doc: Document,
  { ids, rule, index }: Target & { rule: Rule; index?: number },
): Document {
  return changeRules(doc, ids, (rules) =>
    rules.length >= LIMITS.rules ? rules : rules.toSpliced(index ?? rules.length, 0, rule),
  );
}

/** Puts another rule in the place of one. */
export function setRule(
  doc: Document,
  { ids, index, rule }: Target & { index: number; rule: Rule },
): Document {
  return changeRules(doc, ids, (rules) => (rules[index] ? rules.with(index, rule) : rules));
}

/** Moves a rule to another place in the order, in which of two that set a property the later wins. */
export function moveRule(doc: Document, { ids, from, to }: Target & { from: number; to: number }): Document {
  return changeRules(doc, ids, (rules) => {
    const rule = rules[from];
    return rule && rules[to] ? rules.toSpliced(from, 1).toSpliced(to, 0, rule) : rules;
  });
}

/** Takes a rule away. */
export function removeRule(doc: Document, { ids, index }: Target & { index: number }): Document {
  return changeRules(doc, ids, (rules) => (rules[index] ? rules.toSpliced(index, 1) : rules));
}

function changeRules(doc: Document, ids: readonly string[], change: (rules: Rule[]) => Rule[]): Document {
  const changed = updateLayers(doc, ids, (layer) => {
    const rules = change(layer.rules);
    return JSON.stringify(rules) === JSON.stringify(layer.rules)
      ? layer
      : { ...layer, rules: rules.map(plainRule) };
  });
  return accept(doc, changed);
}

/** The rule with plain text wherever it holds text. */
function plainRule({ when, then }: Rule): Rule {
  const tests = when.tests.map((test) => ({ ...test, value: toPlainText(test.value) }));
  return {
    when: { ...when, tests },
    then: then.kind === "set" ? { ...then, value: toPlainText(then.value) } : then,
  };
}
