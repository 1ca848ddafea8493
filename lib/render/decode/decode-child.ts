/**
 * A process of its own for reading bytes that came from outside. It is killed when it hangs, so it holds no
 * secrets, no files and no connections; it ends with the server that started it.
 */
import { decodeImage, restrictDecoders } from "./decode-image";
import { CHILD_READY, type DecodeReply, decodeJob } from "./decode-message";

/** Past this a picture is a bomb that the other limits missed, bytes. */
const LAST_RESORT_RSS = 1_000_000_000;

restrictDecoders();

process.on("message", async (message) => {
  const outcome = await decodeImage(decodeJob.parse(message));
  const reply: DecodeReply = { outcome, rss: process.memoryUsage.rss() };
  process.send?.(reply);
});

// Ctrl-C reaches the whole group; the server still needs its pictures while it finishes its answers.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit(0));

setInterval(() => {
  if (process.memoryUsage.rss() > LAST_RESORT_RSS) process.exit(1);
}, 100).unref();

process.send?.(CHILD_READY);
