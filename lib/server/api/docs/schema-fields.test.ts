import { expect, test } from "vitest";
import type { JsonSchema } from "../openapi/openapi-types";
import { schemaFields, typeText } from "./schema-fields";

test.each<[JsonSchema, string]>([
  [{ type: "string" }, "text"],
  [{ type: "string", maxLength: 60 }, "text, at most 60 characters"],
  [{ type: "string", minLength: 1, maxLength: 80 }, "text, 1 to 80 characters"],
  [{ type: "string", format: "date-time" }, "time"],
  [{ type: "string", format: "binary" }, "file"],
  [{ type: "string", pattern: "^[A-Za-z0-9_-]{1,60}$" }, "id"],
  [{ type: ["string", "null"] }, "text or null"],
  [{ type: "string", enum: ["png", "jpg"], default: "png" }, '"png", "jpg"; "png" if left out'],
  [{ type: "integer", minimum: 1, maximum: 100, default: 30 }, "whole number, 1 to 100; 30 if left out"],
  [{ type: "integer", exclusiveMinimum: 0 }, "whole number, 1 or more"],
  [{ type: "number" }, "number"],
  [{ type: "boolean" }, "true or false"],
  [{ const: "blank" }, '"blank"'],
  [{ anyOf: [{ const: 1 }, { const: 2 }] }, "1 or 2"],
  [{ anyOf: [{ type: "object" }, { type: "null" }] }, "object or null"],
  [{ type: "array", items: { type: "string" }, maxItems: 30 }, "list of text, at most 30"],
  [{ type: "array", items: { properties: {} } }, "list of objects"],
  [{ type: "array", items: { $ref: "#/components/schemas/Link" } }, "list of Link"],
  [{ type: "object", default: {} }, "object"],
])("%j is “%s”", (schema, text) => {
  expect(typeText(schema)).toBe(text);
});

test("fields inside others follow them, deeper; kinds of objects begin with what tells them apart", () => {
  const kind = (name: string, more: Record<string, JsonSchema>): JsonSchema => ({
    properties: { kind: { const: name }, ...more },
    required: ["kind"],
  });
  const fields = schemaFields({
    required: ["from"],
    properties: {
      from: { oneOf: [kind("blank", { width: { type: "integer" } }), kind("starter", {})] },
      sizes: { type: "array", items: { properties: { name: { type: "string" } } } },
      link: { $ref: "#/components/schemas/Link", description: "Where it is." },
    },
  });
  expect(fields.map(({ depth, name, required, refersTo }) => [depth, name, required, refersTo])).toEqual([
    [0, "from", true, undefined],
    [1, "kind", true, undefined],
    [2, "width", false, undefined],
    [1, "kind", true, undefined],
    [0, "sizes", false, undefined],
    [1, "name", false, undefined],
    [0, "link", false, "Link"],
  ]);
  expect(fields.at(-1)?.description).toBe("Where it is.");
});
