"use client";

import { Check, ChevronRight, Minus, MoreHorizontal, Plus, TriangleAlert } from "lucide-react";
import type { KeyboardEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { Field } from "@/lib/template/field";
import { LIMITS } from "@/lib/template/limits";
import type { Rule } from "@/lib/template/primitives";
import { firstTest, ruleSentence } from "@/lib/template/rules-words";
import type { Layer } from "@/lib/template/schema";
import type { Change } from "../controls/change";
import { PanelSelect } from "../controls/panel-select";
import { problemsAt } from "../inspector/layer-problems";
import type { ToldProblem } from "../use-problems";
import { DeedRow } from "./deed-row";
import { TestRow } from "./test-row";

export type RuleCardProps = {
  rule: Rule;
  index: number;
  /** How many rules there are. */
  count: number;
  layer: Layer;
  fields: readonly Field[];
  swatches: readonly string[];
  problems: readonly ToldProblem[];
  /** Whether it holds for the row that is shown, and what the row is called; null while none is. */
  outcome: { holds: boolean; row: string } | null;
  open: boolean;
  disabled: boolean;
  onToggle: () => void;
  onChange: (rule: Rule, change: Change) => void;
  onMove: (by: 1 | -1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
};

/** A condition: a sentence that unfolds into its parts. */
export function RuleCard(props: RuleCardProps) {
  const { rule, index, layer, fields, problems, outcome, open, disabled, onToggle, onMove } = props;
  const name = `Condition ${index + 1}`;

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0 || !event.altKey || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  }

  return (
    <li
      data-controls="rules"
      className={classNames("min-w-0 rounded-md ring-1 ring-line ring-inset", open && "pb-2")}
    >
      <div className="flex min-w-0 items-start gap-0.5 p-0.5">
        <button
          type="button"
          data-condition={index}
          aria-expanded={open}
          onClick={onToggle}
          onKeyDown={onKeyDown}
          className="flex min-w-0 flex-1 items-start gap-1 rounded-sm px-1 py-1.5 text-left text-xs hover:bg-hover"
        >
          <ChevronRight
            aria-hidden
            className={classNames("mt-0.5 size-3 shrink-0 text-faint", open && "rotate-90")}
          />
          <span className="min-w-0 flex-1 wrap-anywhere">
            {ruleSentence(rule, layer, fields)}
            {outcome ? <Outcome {...outcome} /> : null}
          </span>
          {problems.length > 0 ? (
            <span className="text-warning-text">
              <TriangleAlert aria-hidden className="size-3.5" />
              <span className="sr-only">has a problem</span>
            </span>
          ) : null}
        </button>
        {disabled ? null : <RuleMenu {...props} name={name} />}
      </div>
      {open ? <RuleParts {...props} name={name} /> : null}
    </li>
  );
}

function Outcome({ holds, row }: { holds: boolean; row: string }) {
  return (
    <span
      className={classNames(
        "mt-0.5 flex items-center gap-1 text-2xs",
        holds ? "text-success-text" : "text-faint",
      )}
    >
      {holds ? (
        <Check aria-hidden className="size-3 shrink-0" />
      ) : (
        <Minus aria-hidden className="size-3 shrink-0" />
      )}
      <span className="min-w-0 truncate">{holds ? `Holds for ${row}` : `Does not hold for ${row}`}</span>
    </span>
  );
}

function RuleMenu({ name, index, count, onMove, onDuplicate, onRemove }: RuleCardProps & { name: string }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton size="small" label={`${name}: more`} className="mt-0.5">
          <MoreHorizontal className="size-3.5" />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem disabled={index === 0} onSelect={() => onMove(-1)} shortcut="Alt+↑">
          Move up
        </MenuItem>
        <MenuItem disabled={index === count - 1} onSelect={() => onMove(1)} shortcut="Alt+↓">
          Move down
        </MenuItem>
        <MenuItem disabled={count >= LIMITS.rules} onSelect={onDuplicate}>
          Duplicate
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={onRemove}>
          Remove
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

function RuleParts(props: RuleCardProps & { name: string }) {
  const { name, rule, index, layer, fields, swatches, problems, disabled, onChange } = props;
  const { when, then } = rule;
  const at = (place: string) => problemsAt(problems, new RegExp(`^/rules/${index}/${place}`));
  const [field] = fields;
  const setTests = (tests: Rule["when"]["tests"], change: Change) =>
    onChange({ ...rule, when: { ...when, tests } }, change);
  return (
    <div className="grid min-w-0 gap-2 px-2 pt-1">
      <DeedRow
        name={name}
        deed={then}
        layer={layer}
        swatches={swatches}
        problems={at("then/")}
        disabled={disabled}
        onChange={(next, change) => onChange({ ...rule, then: next }, change)}
      />
      {when.tests.length > 1 ? (
        <PanelSelect
          aria-label={`${name}, how many must hold`}
          disabled={disabled}
          value={when.match}
          options={[
            { value: "all", label: "when all of these hold" },
            { value: "any", label: "when any of these holds" },
          ]}
          onValueChange={(match) =>
            onChange({ ...rule, when: { ...when, match: match === "any" ? "any" : "all" } }, "final")
          }
        />
      ) : (
        <span aria-hidden className="text-muted text-xs">
          when
        </span>
      )}
      {when.tests.map((test, place) => (
        <TestRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a test has no identity but its place
          key={place}
          name={when.tests.length > 1 ? `${name}, test ${place + 1}` : `${name}, test`}
          test={test}
          fields={fields}
          swatches={swatches}
          problems={at(`when/tests/${place}/`)}
          disabled={disabled}
          onChange={(next) => setTests(when.tests.with(place, next), "step")}
          onRemove={
            when.tests.length > 1 ? () => setTests(when.tests.toSpliced(place, 1), "final") : undefined
          }
        />
      ))}
      {disabled || !field || when.tests.length >= LIMITS.tests ? null : (
        <button
          type="button"
          onClick={() => setTests([...when.tests, firstTest(field)], "final")}
          className="flex h-6 items-center gap-1 justify-self-start rounded-md px-1 text-muted text-xs hover:bg-hover hover:text-text"
        >
          <Plus aria-hidden className="size-3" />
          Ask more
        </button>
      )}
    </div>
  );
}
