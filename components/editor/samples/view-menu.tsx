"use client";

import { ChevronUp } from "lucide-react";
import {
  Menu,
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from "@/components/ui/menu";
import { type NamedView, sampleViewKey } from "@/lib/editor/preview-values";
import { PLAIN_VIEWS, type RowViews } from "./use-row-views";

/** The views as a menu, for narrow screens: what is shown stands on the button. */
export function ViewMenu({ views: { shown, rows, show } }: { views: RowViews }) {
  const item = (each: NamedView) => (
    <MenuRadioItem
      key={sampleViewKey(each.view)}
      value={sampleViewKey(each.view)}
      onSelect={() => show(each)}
    >
      {each.label}
    </MenuRadioItem>
  );
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Preview with: ${shown.label}`}
        className="flex h-8 min-w-0 flex-1 items-center justify-between gap-2 rounded-md px-2 text-left text-sm hover:bg-hover data-[state=open]:bg-active"
      >
        <span className="min-w-0 truncate">{shown.label}</span>
        <ChevronUp aria-hidden className="size-4 shrink-0 text-faint" />
      </MenuTrigger>
      <MenuContent side="top">
        <MenuRadioGroup value={sampleViewKey(shown.view)}>
          {PLAIN_VIEWS.map(item)}
          {rows.samples.length > 0 ? <MenuLabel>Samples</MenuLabel> : null}
          {rows.samples.map(item)}
          <MenuLabel>Stress set</MenuLabel>
          {rows.stress.map(item)}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
