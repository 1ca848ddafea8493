import { scopeFor } from "@/lib/accounts/keys/api-scopes";
import { DOCUMENTED_WORLD } from "../example-world";
import type { AnyOperation, ApiExample } from "../operation";
import { problemsOf } from "../problems-of";
import type {
  ApiContent,
  ApiHeader,
  ApiOperation,
  ApiParameter,
  ApiResponse,
  JsonSchema,
  Reference,
} from "./openapi-types";
import type { SchemaBook } from "./schema-book";
import {
  type HEADER_PARAMETERS,
  type HeaderName,
  headersNamed,
  statusOf,
  USUAL_HEADERS,
} from "./shared-parts";

const BYTES: JsonSchema = { type: "string", format: "binary" };

/** An operation as the OpenAPI document tells of it, with the example of a made-up workspace. */
export function describeOperation(operation: AnyOperation, book: SchemaBook): ApiOperation {
  const example = operation.example(DOCUMENTED_WORLD);
  const scope = scopeFor(operation.action);
  if (scope === undefined) throw new Error(`${operation.id} needs a scope that keys can have.`);
  const parameters = parametersOf(operation, example, book);
  const requestBody = bodyOf(operation, example, book);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: `${operation.description}\n\nNeeds the scope \`${scope}\`.`,
    security: [{ key: [scope] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: answersOf(operation, book),
  };
}

function parametersOf(
  operation: AnyOperation,
  example: ApiExample,
  book: SchemaBook,
): (ApiParameter | Reference)[] {
  const { params, query, revisions, repeatable, method } = operation;
  const header = (name: keyof typeof HEADER_PARAMETERS) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...(params ? named("path", book.schemaOf(params, "input"), example.params) : []),
    ...(query ? named("query", book.schemaOf(query, "input"), example.query) : []),
    ...(revisions === "required" ? [header("IfMatch")] : []),
    ...(revisions === "tagged" && method === "GET" ? [header("IfNoneMatch")] : []),
    ...(repeatable ? [header("IdempotencyKey")] : []),
  ];
}

/** The properties of an object, as parameters. */
function named(
  place: "path" | "query",
  { properties = {}, required = [] }: JsonSchema,
  example: Record<string, string> = {},
): ApiParameter[] {
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
    ...(example[name] === undefined
      ? {}
      : { example: schema.type === "integer" ? Number(example[name]) : example[name] }),
  }));
}

function bodyOf(
  { body, upload }: AnyOperation,
  example: ApiExample,
  book: SchemaBook,
): ApiOperation["requestBody"] {
  if (upload) {
    const { description } = upload;
    const form: JsonSchema = { type: "object", properties: { file: BYTES }, required: ["file"] };
    return { description, required: true, content: { "multipart/form-data": { schema: form } } };
  }
  if (!body) return undefined;
  const schema = book.schemaOf(body, "input");
  return { required: true, content: { "application/json": { schema, example: example.body } } };
}

function answersOf(operation: AnyOperation, book: SchemaBook): ApiOperation["responses"] {
  const { answer, answerHeaders = {}, revisions, repeatable, method } = operation;
  const headers: HeaderName[] = [
    ...USUAL_HEADERS,
    ...(revisions ? (["ETag"] as const) : []),
    ...(repeatable ? (["Idempotency-Replayed"] as const) : []),
  ];
  const content = contentOf(operation, book);
  const good: ApiResponse = {
    description: answer.description,
    headers: { ...headersNamed(headers), ...ownHeaders(answerHeaders) },
    ...(content ? { content } : {}),
  };
  const known: ApiResponse = {
    description: "What the client has is still right.",
    headers: headersNamed([...USUAL_HEADERS, "ETag"]),
  };
  const problems = problemsOf(operation)
    .map((code): [string, Reference] => [String(statusOf(code)), { $ref: `#/components/responses/${code}` }])
    .sort(([one], [other]) => Number(one) - Number(other));
  return {
    [answer.status]: good,
    ...acceptedOf(operation, book, headers),
    ...(revisions === "tagged" && method === "GET" ? { 304: known } : {}),
    ...Object.fromEntries(problems),
  };
}

function ownHeaders(described: Readonly<Record<string, string>>): Record<string, ApiHeader> {
  return Object.fromEntries(
    Object.entries(described).map(([name, description]) => [
      name,
      { description, schema: { type: "string" } },
    ]),
  );
}

/** The answer that tells of something under way, where there is one. */
function acceptedOf(
  { answer }: AnyOperation,
  book: SchemaBook,
  headers: readonly HeaderName[],
): Record<string, ApiResponse> {
  if (answer.kind !== "bytes" || !answer.accepted || !answer.schema) return {};
  const accepted: ApiResponse = {
    description: answer.accepted.description,
    headers: headersNamed(headers),
    content: { "application/json": { schema: book.schemaOf(answer.schema, "output") } },
  };
  return { 202: accepted };
}

function contentOf({ answer }: AnyOperation, book: SchemaBook): ApiContent | undefined {
  if (answer.kind === "nothing") return undefined;
  if (answer.kind === "json")
    return { "application/json": { schema: book.schemaOf(answer.schema, "output") } };
  return {
    ...Object.fromEntries(answer.contentTypes.map((type) => [type, { schema: BYTES }])),
    ...(answer.schema ? { "application/json": { schema: book.schemaOf(answer.schema, "output") } } : {}),
  };
}
