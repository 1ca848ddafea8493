import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { RouteHandler } from "@/lib/server/http/route";
import { ask } from "@/lib/server/testing/ask";
import type { Person } from "@/lib/server/testing/people";
import type { Example } from "./example";
import { ROUTE_EXAMPLES } from "./route-examples";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export type Endpoint = {
  /** `METHOD path`, the path as the folders of `app/api` are named. */
  name: string;
  method: (typeof METHODS)[number];
  path: string;
  handler: RouteHandler;
};

const ROOT = join(import.meta.dirname, "..");
const FILES = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  // next-auth's own; its pages and tokens are its own affair, and what it signs in is judged by `identify`.
  .filter((file) => !file.startsWith("auth/"))
  // The REST API has no session: its own walk is `v1/access.db.test.ts`.
  .filter((file) => file !== "v1/[[...path]]/route.ts");

/** Every method that a route file of the app exports. */
export const ENDPOINTS: readonly Endpoint[] = (
  await Promise.all(
    FILES.map(async (file) => {
      const module: Partial<Record<Endpoint["method"], RouteHandler>> = await import(join(ROOT, file));
      const path = relative(ROOT, join(ROOT, file, ".."));
      return METHODS.flatMap((method) => {
        const handler = module[method];
        return handler ? [{ name: `${method} ${path}`, method, path, handler }] : [];
      });
    }),
  )
).flat();

export const WORKSPACE_ENDPOINTS = ENDPOINTS.filter(({ handler }) => handler.access.kind === "workspace");

export function endpointNamed(name: string): Endpoint {
  const endpoint = ENDPOINTS.find((candidate) => candidate.name === name);
  if (!endpoint) throw new Error(`There is no ${name}.`);
  return endpoint;
}

/** Asks a route as a browser with this cookie would. `origin` null: it does not say where the request comes from. */
export function callEndpoint(
  { method, handler, path }: Endpoint,
  workspace: string,
  example: Example,
  cookie: string | undefined,
  origin?: null,
): Promise<Response> {
  return ask(handler, {
    method,
    path: `/api/${path}${example.query ?? ""}`,
    params: paramsOf(workspace, example),
    cookie,
    body: example.body,
    ...(origin === null ? { origin } : {}),
  });
}

export function paramsOf(workspace: string, { id, number }: Example): Record<string, string> {
  return { workspace, ...(id ? { id } : {}), ...(number ? { number } : {}) };
}

/** The example of a route, made in somebody's workspace. */
export function exampleOf({ name }: Endpoint, owner: Person): Promise<Example> {
  const make = ROUTE_EXAMPLES[name];
  if (!make) throw new Error(`${name} has no example in app/api/testing/examples.`);
  return make(owner);
}
