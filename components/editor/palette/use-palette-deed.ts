import { useCallback } from "react";
import type { PaletteDeed } from "@/lib/editor/palette";
import { useEditor } from "../editor-context";
import type { Actions } from "../use-actions";

/** Does what a line of the palette stands for. */
export function usePaletteDeed({ run }: Pick<Actions, "run">): (deed: PaletteDeed) => void {
  const { store, ui, announce } = useEditor();
  return useCallback(
    (deed) => {
      switch (deed.kind) {
        case "action":
          run(deed.id);
          return;
        case "layer":
          ui.setState({ leftTab: "layers" });
          store.select([deed.layer.id], deed.parentId);
          return;
        case "field":
          ui.setState({ leftTab: "fields", openField: deed.key });
          announce(`Field ${deed.key} is open.`);
          return;
        case "sample":
          store.setSampleView(deed.view);
          announce("The canvas shows other values.");
      }
    },
    [run, store, ui, announce],
  );
}
