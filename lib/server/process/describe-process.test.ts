import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeProcess } from "./describe-process.mjs";
import { processTicket, ticketIsLive } from "./process-ticket.mjs";

describe.skipIf(process.platform === "win32")("a process", () => {
  test("that runs is told by its name, parent and start", async () => {
    const child = spawn("sleep", ["60"], { cwd: "/" });
    await expect.poll(() => describeProcess(child.pid ?? 0)?.name).toBe("sleep");
    const found = describeProcess(child.pid ?? 0);
    expect(found).toMatchObject({ pid: child.pid, parent: process.pid });
    expect(found?.startedAt).not.toBe("");
    if (process.platform === "linux") expect(found?.workingFolder).toBe("/");
    child.kill();
  });

  test("that has ended is none, and neither is one of a silly id", async () => {
    const child = spawn("true");
    await new Promise((done) => child.once("exit", done));
    expect(describeProcess(child.pid ?? 0)).toBeNull();
    for (const pid of [0, -1, 1.5, Number.NaN, 2 ** 31]) expect(describeProcess(pid)).toBeNull();
  });

  test.runIf(process.platform === "linux")("that is a zombie is none", async () => {
    // The shell becomes a sleep, which never asks how its child ended.
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const zombie = Number(
      await new Promise((done) => parent.stdout.once("data", (chunk) => done(String(chunk).trim()))),
    );
    await expect.poll(() => readFileSync(`/proc/${zombie}/stat`, "utf8")).toMatch(/\) Z /);
    expect(describeProcess(zombie)).toBeNull();
    parent.kill();
  });

  test("is another one when its id is the same and its start is not", () => {
    expect(ticketIsLive(processTicket())).toBe(true);
    expect(ticketIsLive(`${process.pid}-1`)).toBe(false);
    expect(ticketIsLive("")).toBe(false);
  });
});
