/** What there is to do before a batch runs, in its order; they stand in the address as they are called here. */
export const STEPS = ["upload", "map", "check", "output"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_NAMES: Record<Step, string> = {
  upload: "Upload",
  map: "Map columns",
  check: "Check data",
  output: "Output",
};

/** The step that an address asks for; the first where it asks for none that there is. */
export function stepOf(text: string | null): Step {
  return STEPS.find((step) => step === text) ?? "upload";
}
