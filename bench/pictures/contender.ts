import type { Values } from "./scene";

export type Format = "png" | "jpg";
export const FORMATS = ["png", "jpg"] as const;

/** One way of making a scene's picture from values. */
export type Contender = {
  name: string;
  formats: readonly Format[];
  render: (values: Values, format: Format) => Promise<Uint8Array>;
};
