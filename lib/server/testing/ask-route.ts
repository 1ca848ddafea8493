import { join } from "node:path";
import type { RouteHandler } from "../http/route";
import { ask } from "./ask";
import type { Person } from "./people";

const API = join(import.meta.dirname, "../../../app/api");

export type AskRoute = { id?: string; number?: string; query?: string; body?: unknown; workspace?: string };

/** Asks a route of the app by its name, such as `PUT w/[workspace]/templates/[id]/draft`, as somebody's browser would. */
export async function askRoute(name: string, person: Person, request: AskRoute = {}): Promise<Response> {
  const [method = "", path = ""] = name.split(" ");
  const module: Partial<Record<string, RouteHandler>> = await import(join(API, path, "route.ts"));
  const handler = module[method];
  if (!handler) throw new Error(`There is no ${name}.`);
  const { id, number, query = "", body, workspace = person.scope.workspaceSlug } = request;
  return ask(handler, {
    method,
    path: `/api/${path}${query}`,
    params: { workspace, ...(id ? { id } : {}), ...(number ? { number } : {}) },
    cookie: person.cookie,
    body,
  });
}
