import type { LayerType } from "@/lib/template/schema";

/** What the next press on the canvas places: a preset of a layer type. */
export type AddTool = {
  readonly type: LayerType;
  readonly presetId: string;
  /** What a person calls it, such as "Heading". */
  readonly label: string;
};

export function isSameTool(one: AddTool | null, other: AddTool): boolean {
  return one?.type === other.type && one.presetId === other.presetId;
}
