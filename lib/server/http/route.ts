import type { z } from "zod";
import { type Identity, identify } from "@/lib/accounts/identity";
import type { Action } from "@/lib/accounts/permissions";
import { openScope, type Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { cookieReader } from "./cookie";
import { errorResponse, JSON_HEADERS } from "./error-response";
import { parseInput } from "./parse-input";
import { readJsonBody, readQuery } from "./read-input";
import { assertSameOrigin } from "./same-origin";

/** What a route takes, as schemas. Left out: there are no parameters, the query is ignored, no body is read. */
type Definition<Params, Query, Body> = {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
};

type Input<Params, Query, Body> = { params: Params; query: Query; body: Body; request: Request };

/** Who may ask: anybody, anybody signed in, or members of the workspace whose role allows an action. */
export type Access = { kind: "public" } | { kind: "account" } | { kind: "workspace"; action: Action };

/** A handler as Next calls it; who may call it and what it takes, so that a test can walk through all of them. */
export type RouteHandler = {
  (request: Request, context: { params: Promise<unknown> }): Promise<Response>;
  access: Access;
  /** The JSON body it takes; null: none, or something else. */
  body: z.ZodType | null;
};

/**
 * A route inside a workspace: same origin, session, scope, input, in that order, so that a stranger learns nothing
 * from how the input is judged. `answer` gives a Response, or a value that is sent as JSON, or nothing (204).
 */
export function route<Params extends { workspace: string }, Query = undefined, Body = undefined>(
  definition: Definition<Params, Query, Body> & { action: Action; params: z.ZodType<Params> },
  answer: (scope: Scope, input: Input<Params, Query, Body>) => unknown,
): RouteHandler {
  return handler(
    { kind: "workspace", action: definition.action },
    definition.body,
    async (request, rawParams) => {
      const identity = await requireIdentity(request);
      // An address that cannot be right is an address where nothing is.
      const params = parseInput(definition.params, rawParams, "not_found");
      const scope = await openScope(identity, params.workspace, definition.action);
      return answer(scope, await readInput(definition, request, params));
    },
  );
}

/**
 * The scope of whoever made a request that is answered for long, as it is by now. @throws AppError as a new request would
 */
export async function confirmAccess(request: Request, workspace: string, action: Action): Promise<Scope> {
  return openScope(await requireIdentity(request), workspace, action);
}

/** A route about the person who is signed in. */
export function accountRoute<Params = undefined, Query = undefined, Body = undefined>(
  definition: Definition<Params, Query, Body>,
  answer: (identity: Identity, input: Input<Params, Query, Body>) => unknown,
): RouteHandler {
  return handler({ kind: "account" }, definition.body, async (request, rawParams) => {
    const identity = await requireIdentity(request);
    const params = parseParams(definition, rawParams);
    return answer(identity, await readInput(definition, request, params));
  });
}

/** A route for everybody. */
export function publicRoute<Params = undefined, Query = undefined, Body = undefined>(
  definition: Definition<Params, Query, Body>,
  answer: (input: Input<Params, Query, Body>) => unknown,
): RouteHandler {
  return handler({ kind: "public" }, definition.body, async (request, rawParams) => {
    const params = parseParams(definition, rawParams);
    return answer(await readInput(definition, request, params));
  });
}

function handler(
  access: Access,
  body: z.ZodType | undefined,
  run: (request: Request, params: unknown) => Promise<unknown>,
): RouteHandler {
  const handle = async (request: Request, context: { params: Promise<unknown> }) => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") assertSameOrigin(request);
      return toResponse(await run(request, await context.params));
    } catch (error) {
      return errorResponse(error, { method: request.method, route: new URL(request.url).pathname });
    }
  };
  return Object.assign(handle, { access, body: body ?? null });
}

async function requireIdentity(request: Request): Promise<Identity> {
  const identity = await identify(cookieReader(request));
  if (!identity)
    throw new AppError("not_signed_in", "You are not signed in, or your session has ended. Sign in again.");
  return identity;
}

function parseParams<Params, Query, Body>(definition: Definition<Params, Query, Body>, raw: unknown): Params {
  // Without a schema the type says `undefined`, and nobody can ask for what is not declared.
  return definition.params ? parseInput(definition.params, raw, "not_found") : (undefined as Params);
}

async function readInput<Params, Query, Body>(
  definition: Definition<Params, Query, Body>,
  request: Request,
  params: Params,
): Promise<Input<Params, Query, Body>> {
  const query = definition.query ? readQuery(request, definition.query) : (undefined as Query);
  const body = definition.body ? await readJsonBody(request, definition.body) : (undefined as Body);
  return { params, query, body, request };
}

function toResponse(value: unknown): Response {
  if (value instanceof Response) return value;
  const headers = JSON_HEADERS;
  if (value === undefined) return new Response(null, { status: 204, headers });
  return Response.json(value, { headers });
}
