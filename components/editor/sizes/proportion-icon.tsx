import type { Size } from "@/lib/template/layer-entry";

/** Side of the icon, px; the longer side of the frame in it. */
const SIDE = 14;

/** A frame in the proportions of a canvas. Says nothing to a screen reader: measures stand beside it. */
export function ProportionIcon({ width, height }: Size) {
  const scale = SIDE / Math.max(width, height);
  const [w, h] = [Math.max(3, Math.round(width * scale)), Math.max(3, Math.round(height * scale))];
  return (
    <svg aria-hidden="true" width={16} height={16} viewBox="0 0 16 16" className="shrink-0">
      <rect
        x={8 - w / 2}
        y={8 - h / 2}
        width={w}
        height={h}
        rx={1.5}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.25}
      />
    </svg>
  );
}
