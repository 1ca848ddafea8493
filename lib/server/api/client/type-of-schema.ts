import type { JsonSchema } from "../openapi/openapi-types";

/** A JSON Schema as TypeScript. Fails on one that says something it has no words for. */
export function typeOfSchema(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "unknown";
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return union(forms.map(typeOfSchema));
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOfSchema({ ...schema, type })));
  switch (schema.type) {
    case undefined:
      return "unknown";
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `Array<${typeOfSchema(schema.items ?? {})}>`;
    case "object":
      return objectOf(schema);
    default:
      throw new Error(`There is no type in TypeScript for “${schema.type}” yet.`);
  }
}

/** A property of an object, with its description where it has one. */
export function propertyLine(name: string, schema: JsonSchema, isRequired: boolean): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return `${comment(schema.description)}${key}${isRequired ? "" : "?"}: ${typeOfSchema(schema)};`;
}

/** What stands above a name, so that editors show it. */
export function comment(text: string | undefined): string {
  if (text === undefined || text === "") return "";
  const lines = text.replaceAll("*/", "* /").split("\n");
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`).join("\n")}\n */\n`;
}

function objectOf({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const lines = Object.entries(properties).map(([name, schema]) =>
    propertyLine(name, schema, required.includes(name)),
  );
  const others = typeof additionalProperties === "object" ? typeOfSchema(additionalProperties) : "unknown";
  if (lines.length === 0) return `Record<string, ${others}>`;
  // Properties that are named have types of their own, which an index of one type would have to cover.
  if (additionalProperties !== false && additionalProperties !== undefined)
    lines.push("[name: string]: unknown;");
  return `{\n${lines.join("\n")}\n}`;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}
