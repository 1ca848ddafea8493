import type { ResolvedGroupLayer } from "@/lib/template/resolved";
import { boundsInParent, unionBounds } from "../bounds";
import { placed } from "../svg/placed";
import type { LayerPainter } from "./layer-painter";

/** The children, back to front, in the group's own box. */
export const groupPainter: LayerPainter<ResolvedGroupLayer> = {
  async paint(layer, { paintChild }) {
    const children = await Promise.all(
      layer.children.map(async (child) => {
        const { svg, ink } = await paintChild(child);
        return { svg: placed(svg, child), ink: ink && boundsInParent(ink, child) };
      }),
    );
    return {
      svg: children.map(({ svg }) => svg).join(""),
      ink: unionBounds(children.map(({ ink }) => ink)),
    };
  },
  texts: (layer, ofChild) => layer.children.flatMap(ofChild),
  sources: (layer, ofChild) => layer.children.flatMap(ofChild),
};
