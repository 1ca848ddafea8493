import { imageHandler } from "@/lib/render/handle-image";
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
server.listen({ port: 0, host: "127.0.0.1", backlog: 16_384 }, () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : null });
});
process.on("disconnect", () => process.exit(0));
