import type { IncomingMessage } from "node:http";
import { handleApi } from "../api/handle-api";
import { createWebServer } from "../web-server/create-web-server";

/** What the API answered, in turn. */
export type Answered = { status: number; headers: Headers; body: Buffer };

export type RecordedApi = { origin: string; answered: Answered[]; stop: () => Promise<void> };

/** The web server with the REST API behind it and no pages, on a free port of this machine. It keeps what it answered. */
export async function startRecordedApi(): Promise<RecordedApi> {
  const answered: Answered[] = [];
  const server = createWebServer({
    image: () => {
      throw new Error("no pictures of links here");
    },
    page: async (request, response) => {
      const answer = await handleApi(await webRequest(request));
      const body = Buffer.from(await answer.arrayBuffer());
      answered.push({ status: answer.status, headers: answer.headers, body });
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
    },
    readiness: async () => "ready",
    trustedProxies: 0,
    onError: (error) => {
      throw error;
    },
  });
  await new Promise<void>((done) => server.listen({ port: 0, host: "127.0.0.1" }, done));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    answered,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function webRequest(request: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/", headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const hasBody = method !== "GET" && chunks.length > 0;
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    ),
    ...(hasBody ? { body: new Uint8Array(Buffer.concat(chunks)) } : {}),
  });
}
