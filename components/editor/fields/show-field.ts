import { COMPACT } from "../compact-query";
import type { EditorUiStore } from "../editor-ui";

/** Unfolds a field in the list of fields, which comes up where it is not in sight. */
export function showField(ui: EditorUiStore, key: string): void {
  const isPhone = window.matchMedia(COMPACT).matches;
  ui.setState({ leftTab: "fields", openField: key, ...(isPhone ? { sheet: "fields" as const } : {}) });
}
