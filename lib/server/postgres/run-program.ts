import { type ChildProcess, spawn } from "node:child_process";
import { systemVariables } from "../env";
import type { RunAs } from "./run-as";

export type Program = {
  file: string;
  args: string[];
  cwd: string;
  user: RunAs | null;
  /** A file open for writing; without it output is collected. */
  output?: number;
};

/**
 * Starts one of the database's programs in its own process group, so that a Ctrl-C in the terminal reaches this
 * process only and the database stops after the application has drained. Of our variables it sees none but the
 * few that systems need to start a program at all.
 */
export function runProgram({ file, args, cwd, user, output }: Program): ChildProcess {
  const sink = output ?? "pipe";
  return spawn(file, args, {
    cwd,
    env: { ...systemVariables(), LC_ALL: "C", TZ: "UTC" },
    detached: true,
    windowsHide: true,
    stdio: ["ignore", sink, sink],
    ...(user ?? {}),
  });
}

/** Waits for the end of a program that ends by itself. Rejects with what it said when it fails or takes too long. */
export function untilEnd(child: ChildProcess, timeoutMs: number): Promise<void> {
  return new Promise((done, fail) => {
    let said = "";
    child.stdout?.on("data", (chunk) => {
      said += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      fail(new Error(`${child.spawnfile} did not end within ${timeoutMs / 1000} seconds.\n${said}`));
    }, timeoutMs);
    child.once("error", (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) done();
      else fail(new Error(`${child.spawnfile} ended with ${signal ?? `code ${code}`}.\n${said}`));
    });
  });
}
