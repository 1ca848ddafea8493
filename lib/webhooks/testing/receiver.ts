import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen, stop } from "@/lib/render/testing/canary-rig";

/** What came to a receiver. */
export type Received = { path: string; headers: Record<string, string>; body: string };

export type Receiver = {
  port: number;
  received: Received[];
  /** What it answers; the default is 204. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  close: () => Promise<void>;
};

/** A receiver of webhooks on a free port of this machine. */
export async function openReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      receiver.received.push({
        path: request.url ?? "",
        headers,
        body: Buffer.concat(parts).toString("utf8"),
      });
      receiver.answer(request, response);
    });
  });
  const receiver: Receiver = {
    port: await listen(server),
    received: [],
    answer: (_request, response) => response.writeHead(204).end(),
    close: () => stop(server),
  };
  return receiver;
}
