import type { TextLayer } from "@/lib/template/layers/text";
import { type Bounds, unionBounds } from "../bounds";
import { colourAttributes } from "../svg/colour";
import { roundedRect } from "../svg/rounded-rect";
import type { TextLine } from "../text-layout";
import type { Painted } from "./layer-painter";

/**
 * A rounded box behind each line that leaves ink: as wide as the ink and as tall as the line, with the paddings
 * around. All boxes are one path, so that a colour that lets light through is nowhere laid on twice.
 */
export function paintHighlight(
  highlight: TextLayer["highlight"],
  lines: readonly { line: TextLine; ink: Bounds | null }[],
): Painted {
  if (!highlight) return { svg: "", ink: null };
  const { color, paddingX, paddingY, radius } = highlight;
  const boxes = lines.flatMap(({ line, ink }) =>
    ink
      ? [
          {
            left: ink.left - paddingX,
            top: line.top - paddingY,
            right: ink.right + paddingX,
            bottom: line.top + line.height + paddingY,
          },
        ]
      : [],
  );
  if (boxes.length === 0) return { svg: "", ink: null };
  const data = boxes
    .map(({ left, top, right, bottom }) =>
      roundedRect({ x: left, y: top, width: right - left, height: bottom - top }, radius),
    )
    .join("");
  return { svg: `<path d="${data}" ${colourAttributes("fill", color)}/>`, ink: unionBounds(boxes) };
}
