import { expect, test } from "vitest";
import { processWide } from "@/lib/server/process-registry";
import { closeUsage, type ProcessUsage } from "./process-usage";

test("at a stop counts are on disk before anything else is waited for, and carried when that is done", async () => {
  const did: string[] = [];
  processWide(
    "usage",
    (): ProcessUsage => ({
      flush: async () => void did.push("flush"),
      keep: async () => void did.push("keep"),
      stop: () => void did.push("stop"),
    }),
  );
  let done: () => void = () => undefined;
  const elseDone = new Promise<void>((end) => {
    done = end;
  });
  const closed = closeUsage(elseDone);
  await Promise.resolve();
  expect(did).toEqual(["keep"]);
  done();
  await closed;
  expect(did).toEqual(["keep", "stop", "keep", "flush"]);
});
