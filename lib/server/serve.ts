import next from "next";
import { endWatching } from "@/lib/batches/watch-progress";
import { imageHandler } from "@/lib/render/handle-image";
import { closeUsage, keepUsage } from "@/lib/usage/process-usage";
import { webhookDoor } from "@/lib/webhooks/webhook-door";
import { startDailyWork } from "./daily-work";
import { closeDb, db } from "./db";
import { env } from "./env";
import { followPublishes } from "./follow-publishes";
import { withKeptPictures } from "./images/serve-picture";
import { backgroundDone } from "./in-background";
import { keepWorker, type Worker } from "./jobs/keep-worker";
import { startJobs } from "./jobs/start-jobs";
import { log } from "./log";
import { closeRateLimits } from "./rate-limit-pool";
import { createWebServer } from "./web-server/create-web-server";
import { drain } from "./web-server/drain";

/** Answers under way get this long at a stop; orchestrators kill after 30 seconds. */
const DRAIN_MS = 20_000;
/** Connections that may wait to be taken: a mailing is opened by thousands at once, and none is to be refused. */
const BACKLOG = 16_384;
/** What closes after the drain gets this long; a hanging part must not keep the process. */
const CLOSE_MS = 5_000;
const READY_MS = 2_000;

/** Whether the database answers soon. */
async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<boolean>((done) => setTimeout(done, READY_MS, false).unref());
  const asked = db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}

/**
 * The server program: pictures at once, pages as soon as the framework is ready. SIGTERM, SIGINT, and losing the
 * process that started it, all stop it after the answers under way.
 */
async function serve(): Promise<void> {
  const { HOST, PORT, mode, development } = env();
  const host = HOST ?? (mode === "production" ? undefined : "127.0.0.1");
  const framework = next({ dev: development, dir: process.cwd(), hostname: host ?? "localhost", port: PORT });
  const prepared = framework.prepare();
  prepared.catch(() => undefined);
  let stopping = false;

  const server = createWebServer({
    image: withKeptPictures(imageHandler().handle),
    page: async (request, response) => {
      await prepared;
      await framework.getRequestHandler()(request, response);
    },
    readiness: async () => (stopping ? "stopping" : (await databaseAnswers()) ? "ready" : "degraded"),
    onError: (error) => log().error({ err: error }, "a request failed unexpectedly"),
    imagesFirst: !development,
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen({ port: PORT, host, backlog: BACKLOG }, done);
  });
  const listener = followPublishes();
  keepUsage();
  let daily: { stop: () => void } | undefined;
  let jobs: { stop: () => Promise<void> } | undefined;
  let worker: Worker | undefined;

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    daily?.stop();
    endWatching();
    setTimeout(() => process.exit(1), DRAIN_MS + CLOSE_MS).unref();
    // Both at once: a receiver that is waited for holds up nobody's picture.
    await Promise.allSettled([drain(server, DRAIN_MS), jobs?.stop(), worker?.stop()]);
    // Counts are on disk before anything is waited for that may last.
    const closing = [framework.close(), listener.stop(), backgroundDone(), webhookDoor().close()];
    await closeUsage(Promise.allSettled(closing));
    await closeRateLimits();
    await closeDb();
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop());
  if (process.connected) process.on("disconnect", () => void stop());

  process.on("unhandledRejection", (error) => log().error({ err: error }, "a promise failed unheard"));

  await prepared;
  // Not before: getting ready keeps the process so busy that a connection may time out.
  if (!stopping) {
    daily = startDailyWork();
    jobs = startJobs();
    if (env().BATCH_WORKER === "on") worker = keepWorker();
  }
  if (process.send) process.send({ ready: true });
  else log().info({ port: PORT, mode }, "serving");
}

serve().catch((error: NodeJS.ErrnoException) => {
  const sentence =
    error.code === "EADDRINUSE"
      ? `Port ${env().PORT} is in use. Stop what uses it, or choose another in PORT.`
      : `The server did not start: ${error.message}`;
  log().fatal({ err: error }, sentence);
  process.exit(1);
});
