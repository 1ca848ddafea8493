import { insideLayer } from "@/lib/editor/problems/document-fixes";
import type { Finding, Place } from "@/lib/editor/problems/finding";
import { selectionBounds } from "@/lib/editor/selection";
import { FIT_PADDING, fitRectangle } from "@/lib/editor/view";
import { sectionsOf } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";
import { findLayer, parentIdOf } from "@/lib/template/tree";
import type { EditorContext } from "../editor-context";

/** Selects the layer of a problem, and brings it into sight where it is out of it. */
export function selectFinding({ store, ui }: EditorContext, { layerId }: Pick<Finding, "layerId">): void {
  const { document, view, viewport } = store.getState();
  if (layerId === undefined || !findLayer(document, layerId)) return;
  ui.setState({ leftTab: "layers" });
  store.select([layerId], parentIdOf(document, layerId) ?? null);
  const bounds = selectionBounds(document, [layerId]);
  if (!bounds) return;
  const left = bounds.x * view.zoom + view.x;
  const top = bounds.y * view.zoom + view.y;
  const inSight =
    left >= 0 &&
    top >= 0 &&
    left + bounds.width * view.zoom <= viewport.width &&
    top + bounds.height * view.zoom <= viewport.height;
  if (!inSight) store.setView(fitRectangle(bounds, viewport, FIT_PADDING, 1));
}

/** Opens the place where a problem is mended, and puts the focus into it. */
export function openFinding(editor: EditorContext, found: Finding, place: Place, compact: boolean): void {
  const { store, ui, canEdit } = editor;
  const { document } = store.getState();
  const { layerId, fieldKey, path } = found;
  if (place === "share") {
    ui.setState({ shareOpen: true });
    return;
  }
  if (place === "field" && fieldKey !== undefined) {
    ui.setState({ leftTab: "fields", openField: fieldKey, ...(compact ? { sheet: "fields" } : {}) });
    const isFallback = path.endsWith("/fallback") || found.code === "fallback_missing";
    focusSoon(`[data-field-key="${fieldKey}"] ${isFallback ? '[aria-label="Fallback"]' : "input"}`);
    return;
  }
  selectFinding(editor, found);
  const layer = layerId === undefined ? undefined : findLayer(document, layerId);
  if (place === "picture" && layerId !== undefined && canEdit) {
    ui.setState({ choosingFor: layerId });
    return;
  }
  // With nothing selected the panel shows the canvas: its size, background and alternative text.
  if (layer === undefined) store.select([]);
  ui.setState({ rightTab: "design", ...(compact ? { sheet: "design" } : {}) });
  if (layer) focusSoon(`[data-controls~="${controlAt(layer, insideLayer(path))}"]`);
}

/** The path of the control that a pointer inside the layer leads to. */
function controlAt(layer: Layer, pointer: string): string {
  const path = pointer.split("/").slice(1).join(".");
  const paths = sectionsOf(layer).flatMap(({ controls }) =>
    controls.flatMap((control) => ("path" in control ? [control.path] : [])),
  );
  return paths.find((each) => path === each || path.startsWith(`${each}.`)) ?? (path.split(".")[0] || "x");
}

/** Frames after which a panel that was opened stands. */
const FRAMES = 6;

function focusSoon(selector: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found && frames > 0) return focusSoon(selector, frames - 1);
    const control = found?.matches("input, textarea, button")
      ? found
      : found?.querySelector<HTMLElement>("input, textarea, button, [tabindex='0']");
    control?.scrollIntoView({ block: "center" });
    control?.focus();
  });
}
