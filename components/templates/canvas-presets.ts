/** Canvas sizes by what they are for. Lengths in px; `displayWidth` is how wide the picture is shown. Paper is at 150 dots
 * an inch, and as a PDF exactly a sheet of it. */
export const CANVAS_PRESETS = [
  { id: "email-hero", name: "E-mail hero", width: 1200, height: 628, displayWidth: 600 },
  { id: "email-banner", name: "E-mail banner", width: 1200, height: 400, displayWidth: 600 },
  { id: "square", name: "Square", width: 1080, height: 1080, displayWidth: 1080 },
  { id: "story", name: "Story", width: 1080, height: 1920, displayWidth: 1080 },
  { id: "certificate", name: "A4 landscape", width: 1754, height: 1240, displayWidth: 1754 },
  { id: "a4", name: "A4 portrait", width: 1240, height: 1754, displayWidth: 1240 },
  { id: "letter-landscape", name: "Letter landscape", width: 1650, height: 1275, displayWidth: 1650 },
  { id: "letter", name: "Letter portrait", width: 1275, height: 1650, displayWidth: 1275 },
  { id: "web-hero", name: "Web hero", width: 1600, height: 900, displayWidth: 1600 },
  { id: "avatar", name: "Avatar", width: 400, height: 400, displayWidth: 400 },
] as const;
