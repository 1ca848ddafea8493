import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { isApiScope } from "@/lib/accounts/keys/api-scopes";
import { openApiDocument } from "./openapi";
import type { ApiOperation, ApiParameter, OpenApiDocument } from "./openapi/openapi-types";
import { OPERATIONS } from "./operations";
import { API_TAGS } from "./tags";

const document = openApiDocument("https://img.example.com");

async function faultsOf(candidate: OpenApiDocument): Promise<unknown> {
  // The validator keeps what it is given, and changes it.
  const { valid, errors } = await new Validator().validate(structuredClone(candidate) as object as never);
  return valid ? null : errors;
}

function eachOperation({ paths }: OpenApiDocument) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

function ownParameters({ parameters = [] }: ApiOperation): ApiParameter[] {
  return parameters.flatMap((parameter) => ("$ref" in parameter ? [] : [parameter]));
}

/** Every `$ref` of the document. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : references(inner),
  );
}

function isThere(reference: string): boolean {
  let at: unknown = document;
  for (const part of reference.slice(2).split("/")) {
    at = typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined;
  }
  return reference.startsWith("#/") && at !== undefined;
}

describe("the OpenAPI document", () => {
  test("is one, by the published schema of OpenAPI 3.1", async () => {
    expect(await faultsOf(document)).toBeNull();
  });

  test.each<[string, (broken: OpenApiDocument) => void]>([
    [
      "a parameter in no place",
      (broken) => Object.assign(broken.components.parameters.IfMatch ?? {}, { in: "air" }),
    ],
    ["a version that there is not", (broken) => Object.assign(broken, { openapi: "3.1" })],
    ["an answer without a description", (broken) => Object.assign(broken.components.responses, { x: {} })],
  ])("%s is seen", async (_, plant) => {
    const broken = structuredClone(document);
    plant(broken);
    expect(await faultsOf(broken)).not.toBeNull();
  });

  test("has every operation, each with an id of its own, a known tag and a scope", () => {
    const all = eachOperation(document);
    expect(all.map(({ operation }) => operation.operationId).sort()).toEqual(
      OPERATIONS.map(({ id }) => id).sort(),
    );
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length);
    const tags = API_TAGS.map(({ name }) => name);
    for (const { operation } of all) {
      expect(tags).toContain(operation.tags[0]);
      expect(operation.security.flatMap(({ key = [] }) => key).every(isApiScope)).toBe(true);
    }
  });

  test("describes exactly the parameters that stand in the path, and says what each parameter is", () => {
    for (const { path, operation } of eachOperation(document)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const own = ownParameters(operation);
      expect(own.filter((parameter) => parameter.in === "path").map(({ name }) => name)).toEqual(inPath);
      for (const { name, description } of own)
        expect([name, description]).toEqual([name, expect.any(String)]);
    }
  });

  test("refers to nothing that is not there", () => {
    const all = new Set(references(document));
    expect(all.size).toBeGreaterThan(30);
    expect([...all].filter((reference) => !isThere(reference))).toEqual([]);
    expect(isThere("#/components/schemas/Nothing")).toBe(false);
  });

  test("its examples are what its own schemas allow", () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema({ $id: "api", ...document });
    let checked = 0;
    for (const { path, method, operation } of eachOperation(document)) {
      const body = operation.requestBody?.content["application/json"];
      if (!body) continue;
      const at = `api#/paths/${path.replaceAll("/", "~1").replace("{id}", "%7Bid%7D")}/${method}`;
      const validate = ajv.getSchema(`${at}/requestBody/content/application~1json/schema`);
      if (!validate) throw new Error(`${operation.operationId} has no schema at ${at}`);
      expect([operation.operationId, validate(body.example), validate.errors]).toEqual([
        operation.operationId,
        true,
        null,
      ]);
      expect(validate({ ...Object(body.example), noSuchThing: 1 })).toBe(false);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(8);
  });
});
