import { API_ROOT } from "./match-operation";
import { describeOperation } from "./openapi/describe-operation";
import type { OpenApiDocument } from "./openapi/openapi-types";
import { schemaBook } from "./openapi/schema-book";
import { ANSWER_HEADERS, HEADER_PARAMETERS, problemAnswer } from "./openapi/shared-parts";
import type { AnyOperation } from "./operation";
import { OPERATIONS } from "./operations";
import { problemsOf } from "./problems-of";
import { problemShape } from "./shapes";
import { API_TAGS } from "./tags";

const DESCRIPTION =
  "Templates, their drafts and versions, links, uploaded pictures, and pictures made at once. " +
  "Every error is a problem as RFC 9457 has it, and says what was expected, what came and what to do.";

/** The OpenAPI 3.1 document of the REST API, made from its operations. `origin` is where the server is reached. */
export function openApiDocument(
  origin: string,
  operations: readonly AnyOperation[] = OPERATIONS,
): OpenApiDocument {
  const book = schemaBook();
  book.schemaOf(problemShape, "output");
  const paths: OpenApiDocument["paths"] = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = path;
    path[operation.method.toLowerCase()] = describeOperation(operation, book);
  }
  const codes = [...new Set(operations.flatMap(problemsOf))];
  return {
    openapi: "3.1.0",
    info: { title: "Nameplate", version: "1", description: DESCRIPTION },
    servers: [{ url: `${origin}${API_ROOT}` }],
    tags: API_TAGS.map(({ name, description }) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description:
            "An API key of the workspace, made under “API keys”: it begins with `nameplate_live_`.",
        },
      },
      schemas: book.named,
      parameters: HEADER_PARAMETERS,
      headers: ANSWER_HEADERS,
      responses: Object.fromEntries(codes.map((code) => [code, problemAnswer(code)])),
    },
  };
}
