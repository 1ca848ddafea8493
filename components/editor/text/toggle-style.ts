import type { EditorStore } from "@/lib/editor/store";
import { faceFor } from "../pictures/user-fonts";
import { styleOfRange } from "./text-runs";
import { styleTyped, type TypingStore, typedLayer } from "./typing";

export type Toggle = "bold" | "italic" | "underline";

/** Names of the undo steps. */
export const TOGGLE_LABELS: Readonly<Record<Toggle, string>> = {
  bold: "Bold",
  italic: "Italic",
  underline: "Underline",
};

/** Weights from this one on are bold. */
export const BOLD_FROM = 600;

/**
 * Makes the selected stretch bold, italic or underlined, or takes that away where all of it is so. At a caret it is
 * how the next letter will look. Answers what is to be said of it.
 */
export function toggleStyle(store: EditorStore, typing: TypingStore, toggle: Toggle): string {
  const layer = typedLayer(store);
  const { range, pending } = typing.getState();
  if (!layer || !range) return "";
  const style = { ...styleOfRange(layer, range), ...pending };
  const isOn = toggle === "bold" ? (style.fontWeight ?? 0) >= BOLD_FROM : style[toggle] === true;
  const plain = layer.style.fontWeight < BOLD_FROM ? layer.style.fontWeight : 400;
  const change = toggle === "bold" ? { fontWeight: isOn ? plain : 700 } : { [toggle]: !isOn };
  const label = TOGGLE_LABELS[toggle];
  const family = style.fontFamily;
  if (
    toggle === "italic" &&
    !isOn &&
    family !== null &&
    !faceFor(family, style.fontWeight ?? 400, true).italic
  )
    return "This font has no italic.";
  const said = `${label} is ${isOn ? "off" : "on"}.`;
  if (styleTyped(store, typing, { label, style: change })) return said;
  typing.setState({ pending: { ...pending, ...change } });
  return said;
}
