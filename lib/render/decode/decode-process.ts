import { fork } from "node:child_process";
import { tmpdir } from "node:os";
import { systemVariables } from "@/lib/server/env";
import { type DecodeJob, type DecodeOutcome, decodeReply } from "./decode-message";

const STDERR_TAIL = 2000;

export type DecodeProcess = {
  /** One job at a time. Resolves with `slow` when the child did not answer in time and was killed. */
  run: (job: DecodeJob) => Promise<DecodeOutcome>;
  /** Resident memory it last reported, bytes. */
  rss: () => number;
  isAlive: () => boolean;
  kill: () => void;
};

type Running = { settle: (outcome: DecodeOutcome) => void; fail: (error: Error) => void };

/**
 * Starts a decode child with nothing of ours in its environment. It keeps this process alive only while it
 * works. A job whose child dies resolves with `broken`; one whose child never started rejects.
 */
export function startDecodeProcess(entry: string, timeoutMs: number): DecodeProcess {
  const child = fork(entry, [], {
    serialization: "advanced",
    env: systemVariables(),
    execArgv: ["--max-old-space-size=256"],
    cwd: tmpdir(),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let running: Running | null = null;
  let answered = false;
  let alive = true;
  let rss = 0;
  let stderr = "";

  child.stderr?.on("data", (chunk) => {
    stderr = (stderr + chunk).slice(-STDERR_TAIL);
  });
  child.on("message", (message) => {
    const reply = decodeReply.safeParse(message);
    if (!reply.success) return kill();
    answered = true;
    rss = reply.data.rss;
    running?.settle(reply.data.outcome);
  });
  child.on("error", (error) => end(error));
  child.on("exit", () => end(new Error(`The picture decoder ${entry} did not start. ${stderr.trim()}`)));
  rest();

  function kill(): void {
    alive = false;
    child.kill("SIGKILL");
  }

  function end(error: Error): void {
    alive = false;
    if (answered || child.signalCode !== null) running?.settle({ kind: "broken" });
    else running?.fail(error);
  }

  function rest(): void {
    child.unref();
    child.channel?.unref();
  }

  function wake(): void {
    child.ref();
    child.channel?.ref();
  }

  function run(job: DecodeJob): Promise<DecodeOutcome> {
    return new Promise<DecodeOutcome>((resolve, reject) => {
      const timer = setTimeout(() => {
        kill();
        settle({ kind: "slow" });
      }, timeoutMs);
      const finish = () => {
        clearTimeout(timer);
        running = null;
        rest();
      };
      const settle = (outcome: DecodeOutcome) => {
        finish();
        resolve(outcome);
      };
      const fail = (error: Error) => {
        finish();
        reject(error);
      };
      running = { settle, fail };
      wake();
      child.send(job, (error) => {
        if (error) kill();
      });
    });
  }

  return { run, rss: () => rss, isAlive: () => alive, kill };
}
