import { createServer } from "node:http";

/** A server that does nothing but answer: the headers and bytes it was started with, whatever is asked. */
process.once("message", (answer: { headers: string[]; body: string }) => {
  const body = Buffer.from(answer.body, "base64");
  const server = createServer((_request, response) => {
    response.writeHead(200, answer.headers).end(body);
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.({ port: typeof address === "object" ? address?.port : null });
  });
});
process.on("disconnect", () => process.exit(0));
