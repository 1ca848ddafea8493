import type { JsonSchema } from "../openapi/openapi-types";

/** One row of a table of fields. */
export type SchemaField = {
  /** How deep it stands inside others; 0: at the top. */
  depth: number;
  name: string;
  /** What it takes, in words: `text, at most 80 characters`. */
  type: string;
  required: boolean;
  description: string;
  /** The named schema it is, or is a list of. */
  refersTo?: string;
};

/** The fields of an object as rows, those inside others after them. A named schema is one row that refers to it. */
export function schemaFields(schema: JsonSchema, depth = 0): SchemaField[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, property]) => [
    fieldOf(name, property, required.includes(name), depth),
    ...inside(property, depth + 1),
  ]);
}

/** One field alone, without what is inside of it. */
export function fieldOf(name: string, schema: JsonSchema, required: boolean, depth = 0): SchemaField {
  const refersTo = nameOf(schema);
  return {
    depth,
    name,
    type: typeText(schema),
    required,
    description: schema.description ?? "",
    ...(refersTo === undefined ? {} : { refersTo }),
  };
}

/** Fields of an object, of the objects of a list, or of each of several kinds of objects. */
function inside(schema: JsonSchema, depth: number): SchemaField[] {
  if (schema.properties) return schemaFields(schema, depth);
  if (schema.items) return inside(schema.items, depth);
  return (schema.oneOf ?? schema.anyOf ?? []).flatMap((kind) => {
    const [first, ...others] = schemaFields(kind, depth);
    if (!first) return [];
    // What tells the kinds apart stands first, and what comes with it below.
    return schema.oneOf
      ? [first, ...others.map((field) => ({ ...field, depth: field.depth + 1 }))]
      : [first, ...others];
  });
}

/** The name of the schema that this one is, or is a list of. */
function nameOf(schema: JsonSchema): string | undefined {
  const of = schema.$ref ?? schema.items?.$ref;
  return of?.split("/").at(-1);
}

/** What a schema takes, in a few words. */
export function typeText(schema: JsonSchema): string {
  const { default: preset } = schema;
  const isPlain = typeof preset === "string" || typeof preset === "number" || typeof preset === "boolean";
  return `${bareText(schema)}${isPlain ? `; ${JSON.stringify(preset)} if left out` : ""}`;
}

function bareText(schema: JsonSchema): string {
  const { $ref, anyOf, oneOf, type, items } = schema;
  if ($ref) return nameOf(schema) ?? "";
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(", ");
  if ("const" in schema) return JSON.stringify(schema.const);
  if (oneOf) return "one of";
  if (anyOf) return anyOf.map(bareText).join(" or ");
  if (Array.isArray(type)) return type.map((one) => bareText({ ...schema, type: one })).join(" or ");
  if (type === "array") {
    const most = schema.maxItems === undefined ? "" : `, at most ${schema.maxItems}`;
    return `list of ${items?.properties ? "objects" : items ? bareText(items) : "anything"}${most}`;
  }
  if (type === "string") return stringText(schema);
  if (type === "integer" || type === "number") return numberText(schema);
  return type === "boolean" ? "true or false" : (type ?? "anything");
}

function stringText({ format, minLength, maxLength, pattern }: JsonSchema): string {
  if (format === "date-time") return "time";
  if (format === "uri") return "address";
  if (format === "binary") return "file";
  if (pattern?.includes("A-Za-z0-9_-")) return "id";
  if (maxLength === undefined) return "text";
  return minLength === undefined
    ? `text, at most ${maxLength} characters`
    : `text, ${minLength} to ${maxLength} characters`;
}

function numberText({ type, minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const kind = type === "integer" ? "whole number" : "number";
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  if (least !== undefined && maximum !== undefined) return `${kind}, ${least} to ${maximum}`;
  if (least !== undefined) return `${kind}, ${least} or more`;
  return maximum === undefined ? kind : `${kind}, at most ${maximum}`;
}
