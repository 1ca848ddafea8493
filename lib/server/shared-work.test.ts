import { expect, test } from "vitest";
import { createSharedWork } from "./shared-work";

/** Work that a test ends by hand, and what of it is under way. */
function rig() {
  const share = createSharedWork<string>();
  const under: { name: string; end: (said: string) => void; signal: AbortSignal }[] = [];
  const names: string[] = [];
  const ask = (question: string, asked = new AbortController().signal, place = "one") =>
    share({ place, question, asked }, (signal) => {
      names.push(question);
      return new Promise<string>((end, fail) => {
        under.push({ name: question, end, signal });
        signal.addEventListener("abort", () => fail(signal.reason));
      });
    });
  const end = async (said: string) => {
    under.shift()?.end(said);
    await settled();
  };
  return { ask, end, names, under };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("equal questions share an answer, others of a place follow, those of another do not wait", async () => {
  const { ask, end, names } = rig();
  const answers = Promise.all([ask("a"), ask("a"), ask("b"), ask("a")]);
  const other = ask("a", undefined, "two");
  await settled();
  expect(names).toEqual(["a", "a"]);
  await end("first");
  expect(names).toEqual(["a", "a", "b"]);
  await end("other");
  await end("second");
  expect([await answers, await other]).toEqual([["first", "first", "second", "first"], "other"]);
  // What was answered is asked anew.
  const again = ask("a");
  await settled();
  await end("third");
  expect(await again).toBe("third");
});

test("what the last who waits leaves is stopped, and the next follows; what never began never begins", async () => {
  const { ask, end, names, under } = rig();
  const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()];
  const both = Promise.allSettled([ask("a", one.signal), ask("a", two.signal)]);
  const never = Promise.allSettled([ask("b", three.signal)]);
  const last = ask("c");
  await settled();
  one.abort();
  expect(under[0]?.signal.aborted).toBe(false);
  three.abort();
  two.abort();
  expect(under[0]?.signal.aborted).toBe(true);
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await never)[0]).toMatchObject({ reason: { code: "unavailable" } });
  under.shift();
  await settled();
  expect(names).toEqual(["a", "c"]);
  await end("said");
  expect(await last).toBe("said");
});

test("what failed keeps nobody from asking again; who left before is not waited for", async () => {
  const { ask, end, under } = rig();
  await expect(ask("a", AbortSignal.abort())).rejects.toMatchObject({ code: "unavailable" });
  const next = ask("a");
  await settled();
  expect(under).toHaveLength(1);
  await end("said");
  expect(await next).toBe("said");
});
