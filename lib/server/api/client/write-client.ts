import { API_ROOT } from "../match-operation";
import { openApiDocument } from "../openapi";
import type { ApiOperation, ApiParameter, JsonSchema, OpenApiDocument } from "../openapi/openapi-types";
import { comment, propertyLine, typeOfSchema } from "./type-of-schema";

const HEAD =
  "// The REST API in types, made from its OpenAPI document: see “The typed client” in CONTRIBUTING.md. Not by hand.\n";

/** How `client/nameplate.ts` asks for an operation. */
type Row = {
  method: string;
  path: string;
  query: string[];
  sends: "json" | "file" | "nothing";
  gives: "json" | "bytes" | "nothing";
  /** Takes an Idempotency-Key. */
  isRepeatable: boolean;
  /** Of a list: which of its answer's properties has the items. */
  items: string | null;
};

/** The file `client/api.ts`, not formatted yet. */
export function writeClient(document: OpenApiDocument = openApiDocument("https://img.example.com")): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}export type ${name} = ${typeOfSchema(schema)};`,
  );
  const rows = operations.map(
    ({ path, method, operation }) =>
      `${operation.operationId}: ${JSON.stringify(rowOf(path, method, operation))},`,
  );
  return [
    HEAD,
    `export const ROOT = ${JSON.stringify(API_ROOT)};\n`,
    ...schemas,
    `/** Kinds of problems, as \`code\` of a problem names them. */\nexport type ProblemCode = ${Object.keys(
      document.components.responses,
    )
      .map((code) => JSON.stringify(code))
      .join(" | ")};`,
    "/** A file that was answered. */\nexport type Bytes = { bytes: Uint8Array<ArrayBuffer>; contentType: string; headers: Headers };",
    `/** What each operation takes and gives; \`item\`: one of a list. */\nexport type Operations = {\n${operations
      .map(({ operation }) => typesOf(operation))
      .join("\n")}\n};`,
    `export const OPERATIONS = {\n${rows.join("\n")}\n} as const;`,
  ].join("\n\n");
}

function typesOf(operation: ApiOperation): string {
  const given = answerOf(operation);
  const items = itemsOf(operation);
  const item = items === null ? undefined : given.schema?.properties?.[items]?.items;
  const lines = [
    `input: ${inputOf(operation)};`,
    `answer: ${given.kind === "json" ? typeOfSchema(given.schema) : given.kind === "bytes" ? "Bytes" : "undefined"};`,
    ...(item ? [`item: ${typeOfSchema(item)};`] : []),
  ];
  const told = `${operation.summary}. ${operation.description}`;
  return `${comment(told)}${operation.operationId}: {\n${lines.join("\n")}\n};`;
}

function inputOf(operation: ApiOperation): string {
  const sent = operation.requestBody?.content["application/json"]?.schema;
  const lines = [
    ...own(operation).map(({ name, description, schema, required }) =>
      propertyLine(name, { ...schema, ...(description ? { description } : {}) }, required),
    ),
    ...(refersTo(operation, "IfMatch")
      ? [
          '/** The revision that the change was made on; `*` replaces whatever is there. */\nifMatch: number | "*";',
        ]
      : []),
    ...(sent ? [`body: ${typeOfSchema(sent)};`] : []),
    ...(sendsFile(operation) ? [`${comment(operation.requestBody?.description)}file: File;`] : []),
  ];
  return lines.length === 0 ? "Record<never, never>" : `{\n${lines.join("\n")}\n}`;
}

function rowOf(path: string, method: string, operation: ApiOperation): Row {
  return {
    method: method.toUpperCase(),
    path,
    query: own(operation).flatMap((parameter) => (parameter.in === "query" ? [parameter.name] : [])),
    sends: sendsFile(operation) ? "file" : operation.requestBody ? "json" : "nothing",
    gives: answerOf(operation).kind,
    isRepeatable: refersTo(operation, "IdempotencyKey"),
    items: itemsOf(operation),
  };
}

type Given = { kind: "json"; schema: JsonSchema } | { kind: "bytes" | "nothing"; schema?: undefined };

/** What it answers when it is done. Bytes come first where it could answer with a description of them too. */
function answerOf({ responses }: ApiOperation): Given {
  const [answer] = Object.entries(responses).flatMap(([status, found]) =>
    status.startsWith("2") && !("$ref" in found) ? [found] : [],
  );
  const content = Object.entries(answer?.content ?? {});
  if (content.length === 0) return { kind: "nothing" };
  const json = answer?.content?.["application/json"]?.schema;
  return content.length === 1 && json ? { kind: "json", schema: json } : { kind: "bytes" };
}

/** The property with the items of a list that is given in pages. */
function itemsOf(operation: ApiOperation): string | null {
  const { schema } = answerOf(operation);
  if (!schema?.properties?.nextCursor || !own(operation).some(({ name }) => name === "cursor")) return null;
  return Object.entries(schema.properties).find(([, { type }]) => type === "array")?.[0] ?? null;
}

function own({ parameters = [] }: ApiOperation): ApiParameter[] {
  return parameters.flatMap((parameter) => ("$ref" in parameter ? [] : [parameter]));
}

function refersTo({ parameters = [] }: ApiOperation, header: string): boolean {
  return parameters.some((parameter) => "$ref" in parameter && parameter.$ref.endsWith(`/${header}`));
}

function sendsFile({ requestBody }: ApiOperation): boolean {
  return requestBody?.content["multipart/form-data"] !== undefined;
}
