"use client";

import { Kbd } from "@/components/ui/kbd";
import {
  MenuCheckboxItem,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSub,
  MenuSubContent,
  MenuSubTrigger,
} from "@/components/ui/menu";
import { GRID_STEPS } from "@/lib/editor/aids";
import { useEditor, useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";

/** The part of the view menu that shows and hides rulers, grid and safe area. The menu stays open for the next one. */
export function AidItems({ actions }: { actions: Actions }) {
  const { store } = useEditor();
  const aids = useEditorState((state) => state.aids);
  const item = (label: string, on: boolean, id: "toggleRulers" | "toggleGrid" | "toggleSafeArea") => (
    <MenuCheckboxItem
      checked={on}
      onCheckedChange={() => actions.run(id)}
      onSelect={(event) => event.preventDefault()}
    >
      <span className="flex-1">{label}</span>
      {actions.shortcut(id) ? <Kbd keys={actions.shortcut(id) ?? ""} /> : null}
    </MenuCheckboxItem>
  );
  return (
    <>
      {item("Rulers and guides", aids.rulers, "toggleRulers")}
      {item("Grid", aids.grid, "toggleGrid")}
      <MenuSub>
        <MenuSubTrigger>{`Grid step, ${aids.gridStep} px`}</MenuSubTrigger>
        <MenuSubContent>
          <MenuRadioGroup
            value={String(aids.gridStep)}
            onValueChange={(step) => store.setAids({ gridStep: Number(step), grid: true })}
          >
            {GRID_STEPS.map((step) => (
              <MenuRadioItem key={step} value={String(step)}>
                {step} px
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </MenuSubContent>
      </MenuSub>
      {item("Safe area", aids.safeArea, "toggleSafeArea")}
    </>
  );
}
