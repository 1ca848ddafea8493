import { fork } from "node:child_process";
import { processState } from "../processes";
import { FORMATS } from "./contender";
import { openStage } from "./contenders";
import { SCENES } from "./scenes";

const PICTURES = 30;

/** Largest resident memory of a process that makes pictures by one contender alone; null where it failed. */
export type PeakMemory = { name: string; megabytes: number | null };

/** Starts a process for each contender, one after the other. */
export async function peakMemories(names: readonly string[]): Promise<PeakMemory[]> {
  const peaks: PeakMemory[] = [];
  for (const name of names) peaks.push({ name, megabytes: await peakOf(name) });
  return peaks;
}

function peakOf(name: string): Promise<number | null> {
  const program = process.argv[1] ?? "";
  return new Promise((done) => {
    let megabytes: number | null = null;
    const child = fork(program, ["--alone", name]);
    child.once("message", (answer) => {
      megabytes = typeof answer === "number" ? answer : null;
    });
    child.once("exit", () => done(megabytes));
  });
}

/** What such a process does: the first scene's pictures, in both formats in turn, then says what it took. */
export async function measureAlone(name: string): Promise<void> {
  const [scene] = SCENES;
  const stage = await openStage();
  const [contender] = scene ? await stage.contenders(scene, name) : [];
  if (!scene || !contender) throw new Error(`there is no contender "${name}"`);
  for (let turn = 0; turn < PICTURES; turn += 1) {
    await contender.render(scene.values(turn), FORMATS[turn % FORMATS.length] ?? "png");
  }
  // What the system calls the largest memory of a process counts that of the one it was forked from; /proc does not.
  const peak = processState(process.pid)?.peak ?? process.resourceUsage().maxRSS / 1024;
  await new Promise((sent) => process.send?.(peak, sent));
}
