import { z } from "zod";
import type { LayerStyle } from "@/lib/template/layer-style";

const MARK = "nameplate/style";

const envelope = z.object({
  type: z.literal(MARK),
  of: z.string().max(40),
  values: z.record(z.string(), z.unknown()),
  color: z.string().nullable(),
});

/** A look as text, to be kept where every tab finds it. */
export function styleText({ type, values, color }: LayerStyle): string {
  return JSON.stringify({ type: MARK, of: type, values, color });
}

/** Reads a kept look; null for anything else. What does not fit a layer is refused by that layer's schema later. */
export function readStyle(text: string | null): LayerStyle | null {
  if (text === null || !text.includes(MARK)) return null;
  try {
    const { of: type, values, color } = envelope.parse(JSON.parse(text));
    return { type, values, color };
  } catch {
    return null;
  }
}
