import { expect, test } from "vitest";
import { superviseServer } from "./server.mjs";

function rig(codes: (number | "never answers")[], isEnding = () => false) {
  let starts = 0;
  const lifetime = { isEnding } as Parameters<typeof superviseServer>[0];
  const start = async () => {
    const code = codes[starts] ?? 0;
    starts += 1;
    if (code === "never answers") throw new Error("it ended before it answered");
    return { ended: Promise.resolve(code) };
  };
  return { supervise: () => superviseServer(lifetime, process.env, start, 0), starts: () => starts };
}

test("a server that falls over is started again, and one that was stopped is not", async () => {
  const { supervise, starts } = rig([1, 139, "never answers", 0]);
  expect(await (await supervise()).ended).toBe(0);
  expect(starts()).toBe(4);
});

test("a server that keeps falling over is given up", async () => {
  const { supervise, starts } = rig(Array.from({ length: 20 }, () => 1));
  expect(await (await supervise()).ended).toBe(1);
  expect(starts()).toBe(6);
});

test("nothing is started again while everything is being stopped", async () => {
  const { supervise, starts } = rig([1, 0], () => true);
  expect(await (await supervise()).ended).toBe(1);
  expect(starts()).toBe(1);
});

test("a server that does not start at first is a failure", async () => {
  await expect(rig(["never answers"]).supervise()).rejects.toThrow("before it answered");
});
