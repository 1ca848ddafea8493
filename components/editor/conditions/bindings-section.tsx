"use client";

import { Minus, Plus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "@/components/ui/menu";
import { setBinding } from "@/lib/template/commands/set-binding";
import type { Field } from "@/lib/template/field";
import { bindablesOf } from "@/lib/template/registry";
import { fieldFits, inSentence } from "@/lib/template/rules-words";
import { PanelSection } from "../controls/control-row";
import { PanelSelect } from "../controls/panel-select";
import { ProblemNotes } from "../controls/problem-notes";
import { problemsAt } from "../inspector/layer-problems";
import type { LayerEdit } from "../inspector/use-layer-edit";
import type { ToldProblem } from "../use-problems";

export type BindingsSectionProps = {
  edit: LayerEdit;
  fields: readonly Field[];
  problems: readonly ToldProblem[];
  disabled: boolean;
};

/** Properties that take their value from a field: `[Text colour] comes from [Brand colour]`. */
export function BindingsSection({ edit, fields, problems, disabled }: BindingsSectionProps) {
  const [first, ...others] = edit.layers;
  if (!first) return null;
  const bindables = bindablesOf(first).filter(({ path }) =>
    others.every((layer) => bindablesOf(layer).some((each) => each.path === path)),
  );
  const { mixed } = edit.read("bindings");
  const bound = mixed ? [] : first.bindings;
  const free = bindables.filter(
    ({ path, kind }) =>
      bound.every((binding) => binding.path !== path) && fields.some((field) => fieldFits(field, kind)),
  );

  function bind(path: string, label: string, key: string | null) {
    edit.apply(`${label} from a field`, (doc, ids) => setBinding(doc, { ids, path, key }), "final");
  }

  return (
    <PanelSection
      title="Values from fields"
      action={
        <Menu>
          <MenuTrigger asChild>
            <IconButton
              size="small"
              label="Take a property from a field"
              disabled={disabled || free.length === 0}
            >
              <Plus className="size-3.5" />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end">
            <MenuLabel>Comes from a field</MenuLabel>
            {free.map(({ path, label, kind }) => (
              <MenuItem
                key={path}
                onSelect={() => {
                  const fitting = fields.filter((field) => fieldFits(field, kind));
                  const best = fitting.find(({ type }) => type !== "text" && type !== "url") ?? fitting[0];
                  if (best) bind(path, label, best.key);
                }}
              >
                {label}
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      }
    >
      {mixed ? (
        <p className="text-faint text-xs">Mixed</p>
      ) : bound.length === 0 ? (
        <p className="text-2xs text-faint">
          {fields.length === 0
            ? "Add a field first: colours, sizes and pictures can follow its value."
            : "Colours, sizes and more can follow a person's values. Without a value they stay as designed."}
        </p>
      ) : null}
      {bound.map(({ path, key }, index) => {
        const bindable = bindables.find((each) => each.path === path);
        const label = bindable?.label ?? path;
        const told = problemsAt(problems, new RegExp(`^/bindings/${index}/`));
        const noteId = `binding-${path}`;
        const fitting = fields.filter(
          (field) => field.key === key || !bindable || fieldFits(field, bindable.kind),
        );
        const known = fitting.some((field) => field.key === key);
        return (
          <div key={`${path} ${key}`} data-controls="bindings" className="grid gap-1">
            <div className="flex min-w-0 items-center gap-1.5">
              <span className="min-w-0 flex-1 text-xs">
                {label} <span className="text-muted">comes from</span>
              </span>
              <PanelSelect
                aria-label={`Field that ${inSentence(label)} comes from`}
                aria-describedby={told.length > 0 ? noteId : undefined}
                className="w-28! shrink-0"
                disabled={disabled}
                value={key}
                options={[
                  ...fitting.map((field) => ({ value: field.key, label: field.label || field.key })),
                  ...(known ? [] : [{ value: key, label: `${key} (no such field)` }]),
                ]}
                onValueChange={(next) => bind(path, label, next)}
              />
              <IconButton
                size="small"
                label={`${label}: stay as designed`}
                disabled={disabled}
                onClick={() => bind(path, label, null)}
              >
                <Minus className="size-3.5" />
              </IconButton>
            </div>
            <ProblemNotes id={noteId} problems={told} />
          </div>
        );
      })}
    </PanelSection>
  );
}
