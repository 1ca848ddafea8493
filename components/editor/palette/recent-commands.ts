import { z } from "zod";

const KEY = "nameplate.palette.recent";
const KEPT = 20;
const ids = z.array(z.string().max(80)).max(KEPT);

/** What was chosen in the palette on this computer, the latest first. */
export function recentCommands(): readonly string[] {
  try {
    return ids.parse(JSON.parse(window.localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
}

/** Remembers a choice. Where nothing can be kept the palette works without. */
export function keepRecent(id: string): void {
  try {
    const next = [id, ...recentCommands().filter((each) => each !== id)].slice(0, KEPT);
    window.localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    return;
  }
}
