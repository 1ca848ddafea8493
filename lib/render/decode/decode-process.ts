import { fork } from "node:child_process";
import { tmpdir } from "node:os";
import { systemVariables } from "@/lib/server/env";
import { CHILD_READY, type DecodeJob, type DecodeOutcome, decodeReply } from "./decode-message";

/** A child that is not up by then never will be, ms. */
const START_MS = 15_000;
const STDERR_TAIL = 2000;

export type DecodeProcess = {
  /**
   * One job at a time. Resolves with `slow` when the child did not answer within the time from its being up, with
   * `broken` when it died of the job; rejects when it could not be started.
   */
  run: (job: DecodeJob) => Promise<DecodeOutcome>;
  /** Resident memory it last reported, bytes. */
  rss: () => number;
  isAlive: () => boolean;
  kill: () => void;
};

type Running = {
  startClock: () => void;
  settle: (outcome: DecodeOutcome) => void;
  fail: (error: Error) => void;
};

/** Starts a decode child with nothing of ours in its environment. It keeps this process alive only while it works. */
export function startDecodeProcess(entry: string, timeoutMs: number): DecodeProcess {
  const child = fork(entry, [], {
    serialization: "advanced",
    env: systemVariables(),
    execArgv: ["--max-old-space-size=256"],
    cwd: tmpdir(),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let running: Running | null = null;
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
  child.on("exit", () => end(new Error(`The picture decoder ${entry} did not start. ${stderr.trim()}`)));
  rest();

  function receive(message: unknown): void {
    if (message === CHILD_READY) {
      ready = true;
      clearTimeout(startTimer);
      running?.startClock();
      return;
    }
    const reply = decodeReply.safeParse(message);
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
    if (ready) running?.settle({ kind: "broken" });
    else running?.fail(error);
  }

  function kill(): void {
    alive = false;
    child.kill("SIGKILL");
  }

  function wake(): void {
    child.ref();
    child.channel?.ref();
  }

  function rest(): void {
    child.unref();
    child.channel?.unref();
  }

  function run(job: DecodeJob): Promise<DecodeOutcome> {
    return new Promise<DecodeOutcome>((resolve, reject) => {
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
        settle: (outcome) => {
          finish();
          resolve(outcome);
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
