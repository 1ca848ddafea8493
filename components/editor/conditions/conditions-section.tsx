"use client";

import { Eye, EyeOff, Paintbrush, Plus } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { layerLabel } from "@/lib/editor/layer-label";
import { addRule, moveRule, removeRule, setRule } from "@/lib/template/commands/rule-commands";
import type { Field } from "@/lib/template/field";
import { LIMITS } from "@/lib/template/limits";
import type { Rule } from "@/lib/template/primitives";
import { firstSetValue, firstTest, ruleSentence, settablesOf } from "@/lib/template/rules-words";
import type { Layer } from "@/lib/template/schema";
import { PanelSection } from "../controls/control-row";
import { useEditor } from "../editor-context";
import { problemsAt } from "../inspector/layer-problems";
import type { LayerEdit } from "../inspector/use-layer-edit";
import type { ToldProblem } from "../use-problems";
import { RuleCard } from "./rule-card";
import { useRulesHolding } from "./use-rules-holding";

export type ConditionsSectionProps = {
  edit: LayerEdit;
  fields: readonly Field[];
  swatches: readonly string[];
  problems: readonly ToldProblem[];
  disabled: boolean;
};

/** Who sees the layer, and how: rules on the values of a person, each a sentence. */
export function ConditionsSection({ edit, fields, swatches, problems, disabled }: ConditionsSectionProps) {
  const { announce } = useEditor();
  const [first] = edit.layers;
  const [open, setOpen] = useState<number | null>(null);
  const { mixed } = edit.read("rules");
  const [field] = fields;
  if (!first) return null;
  const rules = mixed ? [] : first.rules;
  const step = `Condition of ${edit.layers.length === 1 ? layerLabel(first) : `${edit.layers.length} layers`}`;
  const isFull = edit.layers.some((layer) => layer.rules.length >= LIMITS.rules);

  function add(kind: Rule["then"]["kind"]) {
    if (!first || !field) return;
    const [settable] = settablesOf(first);
    const then: Rule["then"] =
      kind !== "set" || !settable
        ? { kind: kind === "hide" ? "hide" : "show" }
        : { kind, path: settable.path, value: firstSetValue(first, settable) };
    const rule: Rule = { when: { match: "all", tests: [firstTest(field)] }, then };
    edit.apply(step, (doc, ids) => addRule(doc, { ids, rule }), "final");
    setOpen(mixed ? null : rules.length);
    announce(`Added: ${ruleSentence(rule, first, fields)}.`);
  }

  function move(index: number, by: 1 | -1) {
    const to = index + by;
    if (!rules[to]) return;
    edit.apply(step, (doc, ids) => moveRule(doc, { ids, from: index, to }), "final");
    setOpen(open === index ? to : open === to ? index : open);
    announce(`Condition ${index + 1} is now number ${to + 1}.`);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-condition="${to}"]`)?.focus());
  }

  function remove(index: number) {
    edit.apply(step, (doc, ids) => removeRule(doc, { ids, index }), "final");
    setOpen(null);
    announce(`Condition ${index + 1} is removed.`);
  }

  return (
    <PanelSection
      title="Conditions"
      action={
        <Menu>
          <MenuTrigger asChild>
            <IconButton size="small" label="Add condition" disabled={disabled || !field || isFull}>
              <Plus className="size-3.5" />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end">
            <MenuItem icon={<Eye aria-hidden />} onSelect={() => add("show")}>
              Show when …
            </MenuItem>
            <MenuItem icon={<EyeOff aria-hidden />} onSelect={() => add("hide")}>
              Hide when …
            </MenuItem>
            <MenuItem icon={<Paintbrush aria-hidden />} onSelect={() => add("set")}>
              When … set …
            </MenuItem>
          </MenuContent>
        </Menu>
      }
    >
      {mixed ? (
        <p className="text-faint text-xs">Mixed. A condition you add is added to each of these layers.</p>
      ) : rules.length === 0 ? (
        <p className="text-2xs text-faint">
          {field
            ? "Everybody sees this layer as it is. A condition shows, hides or changes it by the values of a person."
            : "Add a field first: a condition asks for its value."}
        </p>
      ) : (
        <RuleList
          {...{ edit, fields, swatches, problems, disabled, rules, open, step }}
          layer={first}
          onToggle={(index) => setOpen(open === index ? null : index)}
          onMove={move}
          onRemove={remove}
          onDuplicate={(index, rule) => {
            edit.apply(step, (doc, ids) => addRule(doc, { ids, rule, index: index + 1 }), "final");
            setOpen(index + 1);
          }}
        />
      )}
    </PanelSection>
  );
}

type RuleListProps = ConditionsSectionProps & {
  /** The first of the selected layers; the others have the same rules. */
  layer: Layer;
  rules: readonly Rule[];
  open: number | null;
  step: string;
  onToggle: (index: number) => void;
  onMove: (index: number, by: 1 | -1) => void;
  onDuplicate: (index: number, rule: Rule) => void;
  onRemove: (index: number) => void;
};

function RuleList({ layer, ...props }: RuleListProps) {
  const { edit, fields, swatches, problems, disabled, rules, open, step } = props;
  const outcome = useRulesHolding(layer);
  return (
    <>
      <ol aria-label="Conditions" className="grid min-w-0 gap-1.5">
        {rules.map((rule, index) => (
          <RuleCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
            key={index}
            rule={rule}
            index={index}
            count={rules.length}
            layer={layer}
            fields={fields}
            swatches={swatches}
            problems={problemsAt(problems, new RegExp(`^/rules/${index}/`))}
            outcome={outcome ? { row: outcome.row, holds: outcome.holds[index] ?? false } : null}
            open={open === index}
            disabled={disabled}
            onToggle={() => props.onToggle(index)}
            onChange={(next, change) =>
              edit.apply(step, (doc, ids) => setRule(doc, { ids, index, rule: next }), change)
            }
            onMove={(by) => props.onMove(index, by)}
            onDuplicate={() => props.onDuplicate(index, rule)}
            onRemove={() => props.onRemove(index)}
          />
        ))}
      </ol>
      <p className="text-2xs text-faint">
        {outcome
          ? "Hiding wins over showing. Of two that set the same property the later wins."
          : "Preview with a row of sample values to see which conditions hold."}
      </p>
    </>
  );
}
