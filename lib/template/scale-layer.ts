import { centreOf, tidyBox } from "./geometry";
import type { Size } from "./layer-entry";
import { entryOf } from "./registry";
import type { Layer } from "./schema";

/**
 * The layer with another size, its top left corner staying in the unturned frame. What a group holds is scaled
 * along. `contents` also scales what is measured in px inside (font sizes, radii, strokes), as far as the change
 * is even: a text that is only made wider keeps its size.
 */
export function withSize(layer: Layer, size: Size, contents: boolean): Layer {
  const horizontal = size.width / layer.width;
  const vertical = size.height / layer.height;
  const entry = entryOf(layer);
  const isEven = Math.abs(horizontal - vertical) < 1e-6 * Math.max(horizontal, vertical);
  const inside = contents && isEven ? entry.scale(layer, horizontal) : layer;
  const children = entry.children(layer);
  const scaledChildren =
    children.length === 0
      ? children
      : children.map((child) => scaleLayer(child, horizontal, vertical, contents));
  return entry.withChildren(tidyBox({ ...inside, width: size.width, height: size.height }), scaledChildren);
}

/**
 * The layer scaled about the origin of its parent. A turned layer under an uneven scale would become skewed, which
 * a box cannot be: its sides take the lengths that they have in the skewed picture.
 */
export function scaleLayer(layer: Layer, horizontal: number, vertical: number, contents: boolean): Layer {
  const radians = (layer.rotation * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const isEven = horizontal === vertical;
  const width = layer.width * (isEven ? horizontal : Math.hypot(horizontal * cos, vertical * sin));
  const height = layer.height * (isEven ? horizontal : Math.hypot(horizontal * sin, vertical * cos));
  const centre = centreOf(layer);
  const resized = withSize(layer, { width: Math.max(1, width), height: Math.max(1, height) }, contents);
  return tidyBox({
    ...resized,
    x: centre.x * horizontal - resized.width / 2,
    y: centre.y * vertical - resized.height / 2,
  });
}
