import { type ChildProcess, fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** A server in a process of its own, on a port of this machine. */
export type ServerProcess = { port: number; pid: number; stop: () => Promise<void> };

const ready = z.object({ port: z.number() });

/** Starts a program that was compiled beside this one and waits for its port. `first` is what it is told at once. */
export async function startServer(
  name: string,
  env: NodeJS.ProcessEnv,
  first?: object,
): Promise<ServerProcess> {
  const child = fork(join(dirname(process.argv[1] ?? ""), `${name}.mjs`), { env });
  if (first) child.send(first);
  const { port } = await new Promise<z.infer<typeof ready>>((done, fail) => {
    child.once("message", (message) => done(ready.parse(message)));
    child.once("exit", (code) => fail(new Error(`${name} ended with ${code}`)));
  });
  return { port, pid: child.pid ?? 0, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await ended;
}

/** What the system says of a process; null where it does not say (only Linux does, in /proc). */
export type ProcessState = {
  /** Resident memory now and at most, MB. */
  resident: number;
  peak: number;
  /** Processor time since its start, s. */
  cpu: number;
  /** Open files, sockets among them. */
  files: number;
};

/** Clock ticks a second; the same on all Linux systems of today. */
const TICKS = 100;

export function processState(pid: number): ProcessState | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    // After the program's name, which may hold anything, in brackets: fields 14 and 15 are times in ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    const files = readdirSync(`/proc/${pid}/fd`).length;
    return { resident: megabytes("VmRSS"), peak: megabytes("VmHWM"), cpu: ticks / TICKS, files };
  } catch {
    return null;
  }
}
