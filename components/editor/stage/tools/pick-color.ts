import { parseHex } from "../../controls/hsv";
import type { StageToolsStore } from "./stage-tools";

type EyeDropperLike = new () => { open: () => Promise<{ sRGBHex: string }> };

/** The browser's own colour picker from the screen, where it has one. */
function eyeDropper(): EyeDropperLike | null {
  const candidate: unknown = Reflect.get(window, "EyeDropper");
  return typeof candidate === "function" ? (candidate as EyeDropperLike) : null;
}

/** Whether a colour can be picked: from the screen, or from the canvas of an open editor. */
export function canPickColor(tools: StageToolsStore | null): boolean {
  return tools !== null || eyeDropper() !== null;
}

/**
 * Lets the person pick a colour: with the browser's eyedropper from anywhere on the screen, without one from the canvas.
 * Null when they changed their mind.
 */
export async function pickColor(tools: StageToolsStore | null): Promise<string | null> {
  const Picker = eyeDropper();
  if (Picker) {
    // Rejects when the person presses Escape.
    const picked = await new Picker().open().catch(() => null);
    return picked && parseHex(picked.sRGBHex);
  }
  if (!tools) return null;
  tools.getState().pick?.(null);
  return new Promise((resolve) => {
    tools.setState({
      pick: (color) => {
        tools.setState({ pick: null });
        resolve(color);
      },
    });
  });
}
