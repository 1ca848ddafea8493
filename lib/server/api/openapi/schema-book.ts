import { z } from "zod";
import type { JsonSchema } from "./openapi-types";

/** JSON Schemas of a document: those with a name of their own stand once, under `components/schemas`. */
export type SchemaBook = {
  /** A schema as it stands in the document. `input`: as it may be sent; `output`: as it is given. */
  schemaOf: (schema: z.ZodType, io: "input" | "output") => JsonSchema;
  named: Record<string, JsonSchema>;
};

/** Bounds that only say that a number is a whole one. */
const WHOLE = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

/** A new book, empty. `schemaOf` fails when two schemas have one name. */
export function schemaBook(): SchemaBook {
  const named: Record<string, JsonSchema> = {};
  const texts = new Map<string, string>();

  function keep(name: string, schema: JsonSchema): void {
    const text = JSON.stringify(schema);
    const known = texts.get(name);
    if (known !== undefined && known !== text) throw new Error(`Two schemas are called ${name}.`);
    texts.set(name, text);
    named[name] = schema;
  }

  function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const made = z.toJSONSchema(schema, {
      target: "draft-2020-12",
      io,
      override: ({ jsonSchema }) => {
        if (WHOLE.includes(jsonSchema.minimum ?? Number.NaN)) delete jsonSchema.minimum;
        if (WHOLE.includes(jsonSchema.maximum ?? Number.NaN)) delete jsonSchema.maximum;
        // The format says it; its pattern is three lines long.
        if (jsonSchema.format === "date-time") delete jsonSchema.pattern;
      },
    });
    const { $schema: _, $defs = {}, ...root } = inComponents(made);
    for (const [name, inner] of Object.entries($defs)) keep(name, inner);
    return root;
  }

  return { schemaOf, named };
}

type Root = JsonSchema & { $schema?: string; $defs?: Record<string, JsonSchema> };

/** The same schema with its references where OpenAPI keeps what they mean. */
function inComponents(schema: unknown): Root {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
