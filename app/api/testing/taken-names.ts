import { z } from "zod";

type Shape = { properties?: Record<string, unknown>; anyOf?: Shape[]; oneOf?: Shape[]; allOf?: Shape[] };

/** The names that a body of this schema may have, whichever of its forms it takes. */
export function takenNames(schema: z.ZodType): Set<string> {
  const names = new Set<string>();
  const gather = ({ properties = {}, anyOf = [], oneOf = [], allOf = [] }: Shape) => {
    for (const name of Object.keys(properties)) names.add(name);
    for (const form of [...anyOf, ...oneOf, ...allOf]) gather(form);
  };
  gather(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape);
  return names;
}
