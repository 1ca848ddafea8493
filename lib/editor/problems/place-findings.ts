import { moveLayers } from "@/lib/template/commands/move-layers";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { boundsOfPoints, cornersOf, multiply, type Rect, unionOf } from "@/lib/template/geometry";
import { entryOf } from "@/lib/template/registry";
import { safeAreaOf } from "@/lib/template/safe-area";
import type { Document, Layer } from "@/lib/template/schema";
import { changeFix, type Finding, type Fix, finding, openFix } from "./finding";
import type { SeenLayer } from "./judged-rows";
import { helps, type Judging, likely, rowsWhere, sightings } from "./judging";
import { textFacts } from "./text-facts";

/** How far something may reach out before it counts, px: sides are rounded on the way through groups. */
const SLOP = 0.5;

/** Layers that lie beside the canvas, and what has to be read where it may be cut off or covered. */
export async function placeFindings(judging: Judging): Promise<Finding[]> {
  const { document } = judging;
  const canvas: Rect = { x: 0, y: 0, width: document.width, height: document.height };
  const safe = safeAreaOf(document);
  const found: Finding[] = [];
  for (const { layer, pointer, shown } of sightings(judging, (each) => !entryOf(each).holdsLayers)) {
    const looks: { situation: (typeof shown)[number]["situation"]; area: Rect }[] = [];
    for (const { situation, seen } of shown) {
      await judging.pace.breathe();
      const area = await areaOf(seen, judging);
      if (area) looks.push({ situation, area });
    }
    const beside = looks.filter(({ area }) => !overlaps(area, canvas));
    const cutOff = looks.filter(({ area }) => overlaps(area, canvas) && !isWithin(area, canvas));
    const unsafe = looks.filter(({ area }) => overlaps(area, canvas) && !isWithin(area, safe));
    const here = { path: `${pointer}/x`, layerId: layer.id };
    if (beside.length > 0) {
      const where = beside.map(({ situation }) => situation);
      const message = "The layer lies outside the canvas, so nobody sees it. Move it inside or remove it.";
      const remove = (doc: Document) => removeLayers(doc, { ids: [layer.id] });
      found.push(
        finding({
          ...here,
          code: "outside_canvas",
          severity: likely("warning", where),
          message,
          rows: rowsWhere(where, looks),
          fixes: [
            ...(await moveInside(judging, layer, beside, mustBeRead(layer) ? safe : canvas, canvas)),
            changeFix("Remove the layer", remove),
          ],
        }),
      );
    } else if (unsafe.length > 0 && mustBeRead(layer)) {
      const where = unsafe.map(({ situation }) => situation);
      const message =
        cutOff.length > 0
          ? "Part of this lies outside the canvas and is cut off. Move it inside."
          : "This lies near the edge, where apps cut pictures or lay something over them. Move it inside the safe area.";
      found.push(
        finding({
          ...here,
          code: "outside_safe_area",
          severity:
            cutOff.length > 0
              ? likely(
                  "warning",
                  cutOff.map(({ situation }) => situation),
                )
              : "info",
          message,
          rows: rowsWhere(where, looks),
          fixes: await moveInside(judging, layer, unsafe, safe, canvas),
        }),
      );
    }
  }
  return found;
}

/** Text and codes: a picture or a shape may well reach over the edge. */
function mustBeRead(layer: Layer): boolean {
  return layer.type === "text" || entryOf(layer).code !== undefined;
}

/** Where on the canvas the layer is seen: where its letters are, or else its box; null where nothing is drawn. */
async function areaOf({ layer, toCanvas }: SeenLayer, { eyes }: Judging): Promise<Rect | null> {
  if (layer.type !== "text") return boundsOfPoints(cornersOf(layer, toCanvas));
  const { extent } = await textFacts(layer, eyes);
  if (extent === null) return null;
  return boundsOfPoints(cornersOf(extent, multiply(toCanvas, [1, 0, 0, 1, extent.x, extent.y])));
}

/** Moves by as little as it takes; into the safe area where that is large enough, else at least onto the canvas. */
async function moveInside(
  judging: Judging,
  layer: Layer,
  looks: readonly { situation: Parameters<typeof helps>[3][number]; area: Rect }[],
  safe: Rect,
  canvas: Rect,
): Promise<Fix[]> {
  const area = unionOf(looks.map((look) => look.area));
  for (const room of [safe, canvas]) {
    if (area === null || area.width > room.width + SLOP || area.height > room.height + SLOP) continue;
    const dx = shiftInto(area.x, area.width, room.x, room.width);
    const dy = shiftInto(area.y, area.height, room.y, room.height);
    const move = (doc: Document) => moveLayers(doc, { ids: [layer.id], dx, dy });
    const where = looks.map(({ situation }) => situation);
    const fine = async (seen: SeenLayer) => {
      const moved = await areaOf(seen, judging);
      return moved === null || isWithin(moved, room);
    };
    if (await helps(judging, move, layer.id, where, fine)) return [changeFix("Move it inside", move)];
  }
  return [openFix("Change its place", "control")];
}

function shiftInto(start: number, length: number, from: number, room: number): number {
  if (start < from) return Math.ceil(from - start);
  const over = start + length - (from + room);
  return over > 0 ? -Math.ceil(over) : 0;
}

function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - SLOP &&
    inner.y >= outer.y - SLOP &&
    inner.x + inner.width <= outer.x + outer.width + SLOP &&
    inner.y + inner.height <= outer.y + outer.height + SLOP
  );
}
