import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { systemVariables } from "@/lib/server/env";
import { CHILD_READY } from "./child-ready";

/** A child that is not up by then never will be, ms. */
const START_MS = 15_000;
const STDERR_TAIL = 2000;

/** What became of a job whose child gave no answer: `slow` when the child was killed for its silence. */
export type Lost = { kind: "broken" | "slow" };

export type KillableProcess<Job, Outcome> = {
  /**
   * One job at a time. Resolves with `slow` when the child did not answer within the time from its being up, with
   * `broken` when it died of the job; rejects when it could not be started.
   */
  run: (job: Job) => Promise<Outcome | Lost>;
  /** Resident memory it last reported, bytes. */
  rss: () => number;
  isAlive: () => boolean;
  kill: () => void;
};

export type ProcessOptions<Outcome> = {
  /** Path of the compiled child. */
  entry: string;
  /** How long a child may be silent before it is killed, ms. */
  timeoutMs: number;
  /** What a child may answer. It is parsed on this side: the child has handled bytes from anywhere. */
  outcome: z.ZodType<Outcome>;
};

type Running<Outcome> = {
  startClock: () => void;
  settle: (outcome: Outcome | Lost) => void;
  fail: (error: Error) => void;
};

/**
 * Starts a child with nothing of ours in its environment and an empty folder of its own to stand in. It keeps this
 * process alive only while it works.
 */
export function startKillableProcess<Job extends object, Outcome>({
  entry,
  timeoutMs,
  outcome,
}: ProcessOptions<Outcome>): KillableProcess<Job, Outcome> {
  const answer = z.strictObject({ outcome, rss: z.number() });
  const folder = mkdtempSync(join(tmpdir(), "nameplate-child-"));
  const child = fork(entry, [], {
    serialization: "advanced",
    env: systemVariables(),
    execArgv: ["--max-old-space-size=256"],
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let running: Running<Outcome> | null = null;
  let ready = false;
  let alive = true;
  let rss = 0;
  let stderr = "";
  const startTimer = setTimeout(kill, START_MS).unref();

  child.stderr?.on("data", (chunk) => {
    stderr = (stderr + chunk).slice(-STDERR_TAIL);
  });
  child.on("message", receive);
  child.on("error", end);
  child.on("exit", () => end(new Error(`The child ${entry} did not start. ${stderr.trim()}`)));
  rest();

  function receive(message: unknown): void {
    if (message === CHILD_READY) {
      ready = true;
      clearTimeout(startTimer);
      running?.startClock();
      return;
    }
    const reply = answer.safeParse(message);
    if (reply.success) {
      rss = reply.data.rss;
      running?.settle(reply.data.outcome);
    } else {
      kill();
    }
  }

  function end(error: Error): void {
    alive = false;
    clearTimeout(startTimer);
    removeFolder();
    if (ready) running?.settle({ kind: "broken" });
    else running?.fail(error);
  }

  function kill(): void {
    alive = false;
    child.kill("SIGKILL");
    removeFolder();
  }

  function removeFolder(): void {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Some systems hold a folder that a process stands in; it is tried again when the process is gone.
    }
  }

  function wake(): void {
    child.ref();
    child.channel?.ref();
  }

  function rest(): void {
    child.unref();
    child.channel?.unref();
  }

  function run(job: Job): Promise<Outcome | Lost> {
    return new Promise((resolve, reject) => {
      let clock: NodeJS.Timeout | undefined;
      const finish = () => {
        clearTimeout(clock);
        running = null;
        rest();
      };
      running = {
        startClock: () => {
          clock = setTimeout(() => {
            kill();
            running?.settle({ kind: "slow" });
          }, timeoutMs);
        },
        settle: (settled) => {
          finish();
          resolve(settled);
        },
        fail: (error) => {
          finish();
          reject(error);
        },
      };
      wake();
      if (ready) running.startClock();
      child.send(job, (error) => {
        if (error) kill();
      });
    });
  }

  return { run, rss: () => rss, isAlive: () => alive, kill };
}
