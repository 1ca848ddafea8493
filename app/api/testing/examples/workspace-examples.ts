import { newId } from "@/lib/accounts/ids";
import { createProject } from "@/lib/server/projects";
import type { RouteExamples } from "../example";

/** Of the workspace itself, its projects, its log and the hosts of its pictures. */
export const WORKSPACE_EXAMPLES: RouteExamples = {
  "PATCH w/[workspace]": async () => ({ body: { name: `Łódź Studio ${newId("wsp")}` } }),
  "GET w/[workspace]/audit": async () => ({ query: "?kind=template&limit=10" }),
  "GET w/[workspace]/usage/export": async () => ({ query: "?month=2026-11" }),
  "GET w/[workspace]/audit/export": async () => ({ query: "?raw=1" }),
  "GET w/[workspace]/projects": async () => ({}),
  "POST w/[workspace]/projects": async () => ({ body: { name: "Client" }, status: 201 }),
  "PATCH w/[workspace]/projects/[id]": async (owner) => ({
    id: (await createProject(owner.scope, "Client")).id,
    body: { name: "Client, renamed" },
  }),
  "GET w/[workspace]/image-hosts": async () => ({}),
  "PUT w/[workspace]/image-hosts": async () => ({ body: { hosts: ["*.example.com"] } }),
};
