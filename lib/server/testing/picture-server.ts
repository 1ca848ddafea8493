import { imageHandler } from "@/lib/render/handle-image";
import { closeUsage, keepUsage } from "@/lib/usage/process-usage";
import { followPublishes } from "../follow-publishes";
import { createWebServer } from "../web-server/create-web-server";

/** The server of links without its pages, as a program: what tests start several of, kill and start again. */
const server = createWebServer({
  image: imageHandler().handle,
  page: async (_request, response) => {
    response.writeHead(404).end();
  },
  readiness: async () => "ready",
  trustedProxies: 0,
  onError: (error) => console.error(error),
});
followPublishes();
const usage = keepUsage();
/** Counts are carried when a test says so, and at a stop that was asked for. */
process.on("message", (message) => {
  if (message === "flush") void usage.flush().then(() => process.send?.("flushed"));
});
process.on("SIGTERM", () => void closeUsage().then(() => process.exit(0)));
server.listen({ port: 0, host: "127.0.0.1", backlog: 16_384 }, () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : null });
});
process.on("disconnect", () => process.exit(0));
