import { DEFAULT_FORMAT } from "../field";
import { malformed } from "../malformed-placeholder";
import { malformedPlaceholders, placeholderKeys } from "../placeholders";
import type { LayerProblem } from "../problem";
import { safeTimeZone } from "../safe-time-zone";
import { quoted } from "../short-text";
import type { CountdownLayer } from "./countdown";
import { endOf, momentIn } from "./countdown-moment";

/** What is wrong with a countdown, as far as it is known without values. `now`, ms since 1970, is what is past. */
export function countdownProblems(layer: CountdownLayer, now?: number): LayerProblem[] {
  const names = layer.counts === "to_moment" ? (["target", "timeZone"] as const) : (["recipient"] as const);
  const said = [...names, ...(layer.whenOver === "phrase" ? (["phrase"] as const) : [])];
  return [
    ...said.flatMap((name) => malformedPlaceholders(layer[name]).map((raw) => malformed(raw, `/${name}`))),
    ...(layer.counts === "to_moment" ? momentProblems(layer, now) : openProblems(layer)),
    ...overProblems(layer),
  ];
}

function momentProblems({ target, timeZone }: CountdownLayer, now: number | undefined): LayerProblem[] {
  const problems: LayerProblem[] = [];
  const zone = timeZone.trim();
  if (zone !== "" && !zone.includes("{{") && safeTimeZone(zone) !== zone) {
    const message = `Expected a time zone such as Europe/Berlin or a field such as {{time_zone}}, got ${quoted(zone)}. The template's own is used.`;
    problems.push({ code: "unknown_time_zone", severity: "error", path: "/timeZone", message });
  }
  if (target.includes("{{")) return problems;
  const at = momentIn(target, DEFAULT_FORMAT.locale, safeTimeZone(zone === "" ? "UTC" : zone));
  if (at === null) {
    const message = `Expected a date such as 2026-12-24 18:00 or a field such as {{sale_ends}}, got ${quoted(target)}. The countdown is not shown.`;
    problems.push({ code: "invalid_moment", severity: "error", path: "/target", message });
  } else if (now !== undefined && at <= now) {
    const message =
      "This moment is past, so everybody sees what is shown when the time is over. Choose a later one.";
    problems.push({ code: "past_moment", severity: "warning", path: "/target", message });
  }
  return problems;
}

function openProblems({ recipient, lasts }: CountdownLayer): LayerProblem[] {
  const problems: LayerProblem[] = [];
  if (placeholderKeys(recipient).length === 0) {
    const message =
      "Choose a field that tells recipients apart, such as {{email}}. Without it the time begins anew each time.";
    problems.push({ code: "no_recipient", severity: "error", path: "/recipient", message });
  }
  if (endOf(0, lasts) === 0) {
    const message = "The time is over as it begins. Give it days, hours or minutes.";
    problems.push({ code: "no_duration", severity: "error", path: "/lasts", message });
  }
  return problems;
}

function overProblems({ whenOver, phrase, overPicture }: CountdownLayer): LayerProblem[] {
  const tell = (path: string, message: string): LayerProblem[] => [
    { code: "nothing_when_over", severity: "warning", path, message },
  ];
  if (whenOver === "phrase" && phrase.trim() === "")
    return tell("/phrase", "Nothing is said when the time is over. Write a phrase, or choose “Hide it”.");
  if (whenOver === "picture" && overPicture === null)
    return tell(
      "/overPicture",
      "Nothing is shown when the time is over. Choose a picture, or choose “Hide it”.",
    );
  return [];
}
