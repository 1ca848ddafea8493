import type { ResolvedGroupLayer } from "@/lib/template/resolved";
import { boundsInParent, unionBounds } from "../bounds";
import { cutOut, type Mask } from "../svg/cut-out";
import { placed } from "../svg/placed";
import type { LayerPainter, Painted } from "./layer-painter";

/** The children, back to front, in the group's own box; in a masked group those above the backmost, cut out by it. */
export const groupPainter: LayerPainter<ResolvedGroupLayer> = {
  async paint(layer, { paintChild }) {
    const children = await Promise.all(
      layer.children.map(async (child): Promise<Mask> => {
        const painted = await paintChild(child);
        return { ...painted, place: child, ink: painted.ink && boundsInParent(painted.ink, child) };
      }),
    );
    const [mask, ...others] = children;
    return layer.masked && mask ? cutOut(together(others), mask, `${layer.id}.cut`) : together(children);
  },
  texts: (layer, ofChild) => layer.children.flatMap(ofChild),
  sources: (layer, ofChild) => layer.children.flatMap(ofChild),
};

function together(children: readonly Mask[]): Painted {
  return {
    svg: children.map(({ svg, place }) => placed(svg, place)).join(""),
    ink: unionBounds(children.map(({ ink }) => ink)),
  };
}
