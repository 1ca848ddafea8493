import { scopeFor } from "@/lib/accounts/keys/api-scopes";
import type { ExampleWorld } from "../example-world";
import { openApiDocument } from "../openapi";
import type { ApiOperation, OpenApiDocument } from "../openapi/openapi-types";
import { statusOf } from "../openapi/shared-parts";
import type { AnyOperation } from "../operation";
import { OPERATIONS } from "../operations";
import { PROBLEM_TITLES } from "../problem";
import { PROBLEM_ADVICE } from "../problem-advice";
import { problemsOf } from "../problems-of";
import { SAMPLE_LANGUAGES, type SampleLanguage, sampleOf } from "../samples/sample-of";
import { fieldOf, type SchemaField, schemaFields } from "./schema-fields";

/** The API as the documentation page shows it. */
export type ApiReference = {
  /** Where the API is, such as `https://img.example.com/api/v1`. */
  root: string;
  groups: { name: string; description: string; operations: OperationEntry[] }[];
  objects: { name: string; description: string; fields: SchemaField[] }[];
  problems: { code: string; status: number; title: string; advice: string }[];
};

export type OperationEntry = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  scope: string;
  parameters: (SchemaField & { in: string })[];
  body: { description: string; fields: SchemaField[] } | null;
  answer: { status: number; description: string; contentTypes: string[]; fields: SchemaField[] };
  problems: { status: number; code: string }[];
  samples: Record<SampleLanguage, string>;
};

/** The reference, with samples for the things of `world`. `origin` is where the server is reached. */
export function apiReference(world: ExampleWorld, origin: string): ApiReference {
  const document = openApiDocument(origin);
  const { schemas } = document.components;
  return {
    root: document.servers[0]?.url ?? origin,
    groups: document.tags.map((tag) => ({
      ...tag,
      operations: OPERATIONS.filter((operation) => operation.tag === tag.name).map((operation) =>
        entryOf(operation, document, world, origin),
      ),
    })),
    objects: Object.entries(schemas).map(([name, schema]) => ({
      name,
      description: schema.description ?? "",
      fields: schemaFields(schema),
    })),
    problems: [...new Set([...OPERATIONS.flatMap(problemsOf), "no_such_method" as const])]
      .map((code) => ({
        code,
        status: statusOf(code),
        title: PROBLEM_TITLES[code] ?? code,
        advice: PROBLEM_ADVICE[code],
      }))
      .sort((one, other) => one.status - other.status),
  };
}

function entryOf(
  operation: AnyOperation,
  document: OpenApiDocument,
  world: ExampleWorld,
  origin: string,
): OperationEntry {
  const { id, method, path, summary, description, answer } = operation;
  const told = document.paths[path]?.[method.toLowerCase()];
  if (!told) throw new Error(`The document has no ${id}.`);
  return {
    id,
    method,
    path,
    summary,
    description,
    scope: scopeFor(operation.action) ?? "",
    parameters: parametersOf(told, document),
    body: bodyOf(told),
    answer: { status: answer.status, description: answer.description, ...contentOf(told, answer.status) },
    problems: problemsOf(operation)
      .map((code) => ({ status: statusOf(code), code }))
      .sort((one, other) => one.status - other.status),
    samples: Object.fromEntries(
      SAMPLE_LANGUAGES.map((language) => [language, sampleOf(operation, language, world, origin)]),
    ) as Record<SampleLanguage, string>,
  };
}

function parametersOf({ parameters = [] }: ApiOperation, document: OpenApiDocument) {
  return parameters.flatMap((parameter) => {
    const shared = "$ref" in parameter ? parameter.$ref.split("/").at(-1) : undefined;
    const told = "$ref" in parameter ? document.components.parameters[shared ?? ""] : parameter;
    if (!told) return [];
    const { name, required, description = "", schema } = told;
    return [{ ...fieldOf(name, schema, required), description, in: told.in }];
  });
}

function bodyOf({ requestBody }: ApiOperation): OperationEntry["body"] {
  if (!requestBody) return null;
  const [content] = Object.values(requestBody.content);
  return {
    description: requestBody.description ?? "",
    fields: content ? schemaFields(content.schema) : [],
  };
}

function contentOf({ responses }: ApiOperation, status: number) {
  const answer = responses[status];
  const content = answer && "content" in answer ? (answer.content ?? {}) : {};
  const schema = content["application/json"]?.schema;
  const named = schema?.$ref;
  return {
    contentTypes: Object.keys(content),
    fields:
      schema === undefined
        ? []
        : named === undefined
          ? schemaFields(schema)
          : [{ ...fieldOf("", schema, true), name: "" }],
  };
}
