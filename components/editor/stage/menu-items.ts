import type { ActionId } from "@/lib/editor/actions/actions";

/** A line of the menu: an action, several under one name, or the layers under the pointer. */
export type MenuLine =
  | ActionId
  | { label: string; icon: "align-start-vertical" | "lock"; ids: readonly ActionId[] }
  | "layersUnder";

/** On something that is selected. A line divides the groups; what cannot be done now is left out. */
export const ON_SELECTION: readonly (readonly MenuLine[])[] = [
  ["cut", "copy", "paste", "pasteInPlace", "duplicate"],
  ["copyStyle", "pasteStyle"],
  ["layersUnder", "selectInside", "rename"],
  ["bringToFront", "bringForward", "sendBackward", "sendToBack"],
  [
    {
      label: "Align",
      icon: "align-start-vertical",
      ids: [
        "alignLeft",
        "alignCentre",
        "alignRight",
        "alignTop",
        "alignMiddle",
        "alignBottom",
        "distributeHorizontally",
        "distributeVertically",
      ],
    },
    "group",
    "ungroup",
    "useAsMask",
    "releaseMask",
    "tidyUp",
  ],
  ["cropPicture", "pickColor"],
  [
    "toggleLock",
    { label: "Locks", icon: "lock", ids: ["lockPosition", "lockStyle", "lockContent", "lockDelete"] },
    "toggleVisible",
  ],
  ["delete"],
];

/** On the bare canvas. */
export const ON_CANVAS: readonly (readonly MenuLine[])[] = [
  ["paste", "pasteInPlace", "selectAll", "layersUnder"],
  ["addHeading", "addImage", "addRectangle", "addQrCode"],
  ["undo", "redo"],
  ["zoomToFit", "zoomTo100"],
  ["openPalette", "showShortcuts"],
];
