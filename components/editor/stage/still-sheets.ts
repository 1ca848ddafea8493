import Konva from "konva";
import { stillRuns } from "./still-runs";

/** What stands still during a drag, drawn as few pictures. Nothing but how often is drawn changes by it. */
export type StillSheets = {
  /** Lays the sheets for a drag of these layers on the canvas. */
  lay: (group: Konva.Group, movingIds: ReadonlySet<string>) => void;
  /** Takes them away: every layer is drawn by itself again. */
  lift: () => void;
};

/**
 * A drag draws the scene anew with each frame, though most of it stands still. Neighbours that do are drawn once, into a
 * sheet, and the sheet is drawn instead of them for as long as the drag takes.
 */
export function createStillSheets(): StillSheets {
  let laid: { sheets: Konva.Shape[]; hidden: Konva.Node[] } | null = null;

  function lift(): void {
    if (!laid) return;
    for (const sheet of laid.sheets) sheet.destroy();
    for (const node of laid.hidden) node.visible(true);
    laid = null;
  }

  return {
    lift,
    lay: (group, movingIds) => {
      lift();
      const stage = group.getStage();
      const layer = group.getLayer();
      if (!stage || !layer) return;
      const ratio = layer.getCanvas().getPixelRatio();
      const nodes = [...group.getChildren()];
      const boxes = nodes.map((node) =>
        movingIds.has(node.id() || node.name()) ? null : node.getClientRect({ relativeTo: stage }),
      );
      const runs = stillRuns(boxes, { x: 0, y: 0, width: stage.width(), height: stage.height() });
      if (runs.length === 0) return;
      // Each sheet is the group drawn with all but its own layers hidden.
      for (const node of nodes) node.visible(false);
      const made = runs.map(({ first, last, area }) => {
        const own = nodes.slice(first, last + 1);
        for (const node of own) node.visible(true);
        const picture = group.toCanvas({ ...area, pixelRatio: ratio });
        for (const node of own) node.visible(false);
        return { own, sheet: sheetOf(picture, area.x * ratio, area.y * ratio) };
      });
      const hidden = made.flatMap(({ own }) => own);
      const inSheets = new Set(hidden);
      for (const node of nodes) if (!inSheets.has(node)) node.visible(true);
      for (const { own, sheet } of made) {
        group.add(sheet);
        sheet.zIndex(own[0]?.zIndex() ?? 0);
      }
      laid = { sheets: made.map(({ sheet }) => sheet), hidden };
    },
  };
}

/** `x`, `y` in device px. */
function sheetOf(picture: HTMLCanvasElement, x: number, y: number): Konva.Shape {
  return new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc: ({ _context: context }) => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(picture, Math.round(x), Math.round(y));
    },
  });
}
