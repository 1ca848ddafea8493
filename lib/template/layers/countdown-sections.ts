import type { Control, Section } from "../layer-entry";
import { LIMITS } from "../limits";
import type { CountdownLayer } from "./countdown";

type On = { when?(layer: CountdownLayer): boolean };

const toMoment: On = { when: ({ counts }) => counts === "to_moment" };
const fromOpen: On = { when: ({ counts }) => counts === "from_open" };
const boxed: On = { when: ({ boxes }) => boxes !== "none" };

const length = (path: string, label: string): Control => ({
  kind: "number",
  path,
  label,
  min: 0,
  max: 4096,
  step: 1,
  unit: "px",
});

const size = (path: string, label: string): Control => ({
  kind: "number",
  path,
  label,
  min: LIMITS.fontSizeMin,
  max: LIMITS.fontSizeMax,
  step: 1,
  unit: "px",
});

const UNIT_NAMES = [
  ["days", "Days"],
  ["hours", "Hours"],
  ["minutes", "Minutes"],
  ["seconds", "Seconds"],
] as const;

export const countdownSections: readonly Section<CountdownLayer>[] = [
  {
    title: "Countdown",
    controls: [
      {
        kind: "choice",
        path: "counts",
        label: "Counts",
        options: [
          { value: "to_moment", label: "To a moment" },
          { value: "from_open", label: "From the first open" },
        ],
      },
      {
        kind: "text",
        path: "target",
        label: "Ends",
        max: LIMITS.momentText,
        placeholders: true,
        hint: "Such as 2026-12-24 18:00, or type {{ to insert a field. A date without a time ends with its day.",
        ...toMoment,
      },
      {
        kind: "text",
        path: "timeZone",
        label: "Time zone",
        max: LIMITS.momentText,
        placeholders: true,
        hint: "Such as Europe/Berlin, or a field that holds the recipient's. Empty: the template's own.",
        ...toMoment,
      },
      {
        kind: "text",
        path: "recipient",
        label: "Recipient",
        max: LIMITS.momentText,
        placeholders: true,
        hint: "What tells recipients apart, such as {{email}}. Each one's time begins when the picture is first loaded, which Apple Mail may do as the mail arrives.",
        ...fromOpen,
      },
      {
        kind: "number",
        path: "lasts.days",
        label: "For days",
        min: 0,
        max: 365,
        step: 1,
        ...fromOpen,
      },
      { kind: "number", path: "lasts.hours", label: "Hours", min: 0, max: 999, step: 1, ...fromOpen },
      { kind: "number", path: "lasts.minutes", label: "Minutes", min: 0, max: 999, step: 1, ...fromOpen },
      ...UNIT_NAMES.map(([unit, name]) => ({
        kind: "toggle" as const,
        path: `units.${unit}`,
        label: `Show ${name.toLowerCase()}`,
      })),
    ],
  },
  {
    title: "Digits",
    controls: [
      { kind: "font", label: "Font" },
      size("style.fontSize", "Size"),
      { kind: "color", path: "style.color", label: "Colour" },
      {
        kind: "number",
        path: "style.letterSpacing",
        label: "Letter spacing",
        min: -100,
        max: 200,
        step: 0.5,
        unit: "px",
      },
      {
        kind: "choice",
        path: "digits",
        label: "Written",
        options: [
          { value: "two", label: "Two digits, 05" },
          { value: "plain", label: "As needed, 5" },
        ],
      },
      { kind: "text", path: "separator", label: "Between units", max: 3 },
    ],
  },
  {
    title: "Labels",
    controls: [
      {
        kind: "choice",
        path: "labelPlace",
        label: "Labels",
        options: [
          { value: "below", label: "Below" },
          { value: "above", label: "Above" },
          { value: "none", label: "None" },
        ],
      },
      ...UNIT_NAMES.map(([unit, name]) => ({
        kind: "text" as const,
        path: `labels.${unit}`,
        label: name,
        max: 40,
        when: ({ labelPlace, units }: CountdownLayer) => labelPlace !== "none" && units[unit],
      })),
      ...[
        size("labelStyle.fontSize", "Label size"),
        { kind: "color" as const, path: "labelStyle.color", label: "Label colour" },
        {
          kind: "choice" as const,
          path: "labelStyle.transform",
          label: "Capitals",
          options: [
            { value: "none", label: "As typed" },
            { value: "upper", label: "All capitals" },
            { value: "lower", label: "No capitals" },
          ],
        },
      ].map((control) => ({
        ...control,
        when: ({ labelPlace }: CountdownLayer) => labelPlace !== "none",
      })),
    ],
  },
  {
    title: "Boxes",
    controls: [
      {
        kind: "choice",
        path: "boxes",
        label: "Boxes",
        options: [
          { value: "none", label: "None" },
          { value: "units", label: "Around units" },
          { value: "digits", label: "Around digits" },
        ],
      },
      { kind: "fill", path: "fill", label: "Fill", optional: true, inPart: true, ...boxed },
      { kind: "stroke", path: "stroke", label: "Outline", ...boxed },
      { ...length("radius", "Corner radius"), ...boxed },
      { ...length("padding", "Padding"), ...boxed },
      length("gap", "Gap"),
    ],
  },
  {
    title: "When the time is over",
    controls: [
      {
        kind: "choice",
        path: "whenOver",
        label: "Show",
        options: [
          { value: "zeros", label: "Zeros" },
          { value: "phrase", label: "A phrase" },
          { value: "picture", label: "A picture" },
          { value: "hidden", label: "Hide it" },
        ],
      },
      {
        kind: "text",
        path: "phrase",
        label: "Phrase",
        max: LIMITS.value,
        placeholders: true,
        multiline: true,
        when: ({ whenOver }) => whenOver === "phrase",
      },
      {
        kind: "asset",
        path: "overPicture",
        label: "Picture when over",
        short: "Picture",
        when: ({ whenOver }) => whenOver === "picture",
      },
    ],
  },
];
