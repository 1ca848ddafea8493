import type { z } from "zod";
import type { LayerEdit } from "./use-layer-edit";

/** The value at a path as its type; null where the layers differ or have none. */
export function readAs<Schema extends z.ZodType>(
  edit: LayerEdit,
  path: string,
  schema: Schema,
): z.infer<Schema> | null {
  const read = edit.read(path);
  if (read.mixed) return null;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? parsed.data : null;
}
