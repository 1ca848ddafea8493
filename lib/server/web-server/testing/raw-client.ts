import type { Server } from "node:net";
import { connect } from "node:net";
import type { Reply } from "@/lib/render/image-response";

/** Lets the server listen on a free port of this machine, and gives the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Writes the pieces, each in a packet of its own, and reads until the server closes the connection. */
export async function talk(port: number, pieces: (string | Buffer)[]): Promise<string> {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  let said = "";
  const over = new Promise<void>((done, fail) => {
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
    });
    socket.on("close", () => done());
    socket.on("error", fail);
  });
  const writing = async () => {
    for (const piece of pieces) {
      socket.write(typeof piece === "string" ? Buffer.from(piece, "utf8") : piece);
      await new Promise((done) => setTimeout(done, 15));
    }
  };
  await Promise.all([over, writing()]);
  socket.destroy();
  return said;
}

/** The reply of a picture handler that is not what is tested. */
export function pictureReply(body: Uint8Array | string = "PICTURE"): Reply {
  const bytes = Buffer.from(body);
  const headers = { "Content-Type": "image/png", "Content-Length": String(bytes.length), ETag: '"p"' };
  return { status: 200, headers, body: bytes };
}
