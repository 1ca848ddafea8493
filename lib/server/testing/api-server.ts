import type { IncomingMessage, ServerResponse } from "node:http";
import { PUT as lockTemplate } from "@/app/api/w/[workspace]/templates/[id]/brand-lock/route";
import { GET as listTemplates } from "@/app/api/w/[workspace]/templates/route";
import { imageHandler } from "@/lib/render/handle-image";
import { handleApi } from "../api/handle-api";
import { followPublishes } from "../follow-publishes";
import { withKeptPictures } from "../images/serve-picture";
import { startJobs } from "../jobs/start-jobs";
import { createWebServer } from "../web-server/create-web-server";

/** Links, the REST API, jobs and two routes of the app as a program without pages: what tests start several of. */
const server = createWebServer({
  image: withKeptPictures(imageHandler().handle),
  page: async (request, response) => send(response, await answer(await webRequest(request))),
  readiness: async () => "ready",
  trustedProxies: 0,
  onError: (error) => console.error(error),
});

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/v1/")) return handleApi(request);
  const [, workspace = "", id] =
    pathname.match(/^\/api\/w\/([^/]+)\/templates(?:\/([^/]+)\/brand-lock)?$/) ?? [];
  if (id !== undefined) return lockTemplate(request, { params: Promise.resolve({ workspace, id }) });
  return listTemplates(request, { params: Promise.resolve({ workspace }) });
}

async function webRequest(message: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
  const method = message.method ?? "GET";
  const body = parts.length > 0 ? { body: Buffer.concat(parts) } : {};
  return new Request(`http://localhost:3000${message.url}`, { method, headers, ...body });
}

async function send(response: ServerResponse, answered: Response): Promise<void> {
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

followPublishes();
startJobs();
server.listen({ port: 0, host: "127.0.0.1" }, () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : null });
});
process.on("disconnect", () => process.exit(0));
