/** The parts of an OpenAPI 3.1 document that ours has. */

/** A JSON Schema (draft 2020-12), as far as ours go. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
};

export type Reference = { $ref: string };

export type ApiHeader = { description: string; schema: JsonSchema };

export type ApiParameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
  example?: unknown;
};

export type ApiContent = Record<string, { schema: JsonSchema; example?: unknown }>;

export type ApiResponse = {
  description: string;
  headers?: Record<string, Reference | ApiHeader>;
  content?: ApiContent;
};

export type ApiOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters?: (ApiParameter | Reference)[];
  requestBody?: { description?: string; required: true; content: ApiContent };
  responses: Record<string, ApiResponse | Reference>;
};

export type OpenApiDocument = {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components: {
    securitySchemes: Record<string, { type: string; scheme: string; description: string }>;
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, ApiParameter>;
    headers: Record<string, ApiHeader>;
    responses: Record<string, ApiResponse>;
  };
};
