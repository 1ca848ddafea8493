import type { LiveFormat, LiveSource, ReadValue } from "../../api/live-sources";

export const FORMAT_SEGMENTS: readonly { value: LiveFormat; label: string }[] = [
  { value: "json", label: "JSON" },
  { value: "csv", label: "Sheet (CSV)" },
  { value: "feed", label: "Feed" },
];

/** How a source does, in a word. */
export function stateWords(
  health: LiveSource["health"],
  now: number,
): { tone: "neutral" | "success" | "warning" | "danger"; text: string } {
  if (!health) return { tone: "neutral", text: "Not asked yet" };
  if (health.openUntil && health.openUntil.getTime() > now) return { tone: "danger", text: "Left alone" };
  if (health.failures > 0) return { tone: "warning", text: "Failing" };
  return { tone: "success", text: "Answers" };
}

/** What became of a value, where it is no text. */
export function missingWords(read: Exclude<ReadValue, { kind: "text" }>): string {
  switch (read.kind) {
    case "missing":
      return "Not in the answer: the field's fallback shows.";
    case "blank":
      return "Blank: the field's fallback shows.";
    case "list":
      return "A list holds many values. Choose one of its entries.";
    case "object":
      return "An object holds many values. Choose one of its parts.";
  }
}

type Choice = { value: string; label: string };

const CACHE: readonly [number, string][] = [
  [0, "Not at all"],
  [60, "1 minute"],
  [300, "5 minutes"],
  [900, "15 minutes"],
  [3_600, "1 hour"],
  [86_400, "1 day"],
];
const STALE: readonly [number, string][] = [
  [0, "Never"],
  [3_600, "1 hour"],
  [86_400, "1 day"],
  [604_800, "7 days"],
  [2_592_000, "30 days"],
];

export const cacheChoices = (seconds: number): Choice[] => choices(CACHE, seconds);
export const staleChoices = (seconds: number): Choice[] => choices(STALE, seconds);

/** A number that is none of the usual ones stands among them as it is. */
function choices(usual: readonly [number, string][], seconds: number): Choice[] {
  const all = usual.some(([value]) => value === seconds)
    ? usual
    : [...usual, [seconds, `${seconds.toLocaleString("en")} seconds`] as const];
  return [...all].sort(([a], [b]) => a - b).map(([value, label]) => ({ value: String(value), label }));
}

/** Such as `1.4 kB`. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000
    ? `${bytes} bytes`
    : `${(bytes / 1_000).toLocaleString("en", { maximumFractionDigits: 1 })} kB`;
}
