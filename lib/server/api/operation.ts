import type { z } from "zod";
import type { Action } from "@/lib/accounts/permissions";
import type { Scope } from "@/lib/accounts/scope";
import type { ExampleWorld } from "./example-world";

export type ApiMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type ApiInput<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  /** The revision that If-Match names; undefined: anything is there is what was expected (`*`), or it was not asked for. */
  revision: number | undefined;
  request: Request;
};

/** What a successful answer carries. */
export type ApiAnswer =
  | { kind: "json"; status: 200 | 201; description: string; schema: z.ZodType }
  | { kind: "nothing"; status: 204; description: string }
  /** Bytes, or, where a schema is given and the client asks for JSON, a description of them. */
  | {
      kind: "bytes";
      status: 200;
      description: string;
      contentTypes: readonly string[];
      schema?: z.ZodType;
      /** Of such a description: what is under way is answered as 202. */
      accepted?: { description: string; when: (described: never) => boolean };
    };

export type ApiExample = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
};

/**
 * One operation of the REST API: what it takes and gives, as schemas, and what it does. The router, the OpenAPI
 * document, the docs page, its examples and the tests are all made from these.
 */
export type Operation<Params = unknown, Query = unknown, Body = unknown> = {
  /** What programs call it: `listTemplates`. */
  id: string;
  method: ApiMethod;
  /** Below `/api/v1`, such as `/templates/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description: string;
  action: Action;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** A form with one file, in place of a JSON body. */
  upload?: { description: string };
  answer: ApiAnswer;
  /** Headers of the answer beside those that every answer has. */
  headers?: (body: never) => Record<string, string>;
  /** What its answer has of its own beside what `revisions` and `repeatable` bring: names, and what each says. */
  answerHeaders?: Readonly<Record<string, string>>;
  /** Whether it may be refused for how far what it names has come, as changes always may: a draft has no results. */
  conflicts?: boolean;
  /** Whether the answer has an ETag that If-None-Match is compared with, or If-Match has to name before a change. */
  revisions?: "tagged" | "required";
  /**
   * Whether repeating it with an Idempotency-Key does nothing twice: it makes something, and only in the database. A
   * function says it of what is sent, which nobody has looked at yet.
   */
  repeatable?: boolean | ((sent: unknown) => boolean);
  /** What is still to be done for the answer when what was made is kept, also when it was made by the request before. */
  settle?: (scope: Scope, answer: never) => Promise<unknown>;
  /** A request that works, in a workspace where those things are. */
  example: (world: ExampleWorld) => ApiExample;
  run: (scope: Scope, input: ApiInput<Params, Query, Body>) => Promise<unknown>;
};

/** Gives an operation its types from its own schemas. */
export function operation<Params = undefined, Query = undefined, Body = undefined>(
  definition: Operation<Params, Query, Body>,
): AnyOperation {
  // The router parses each part with the schema that stands beside `run`, so that the types meet again there.
  return definition as unknown as AnyOperation;
}

export type AnyOperation = Operation<unknown, unknown, unknown> & {
  headers?: (body: unknown) => Record<string, string>;
  settle?: (scope: Scope, answer: unknown) => Promise<unknown>;
};
