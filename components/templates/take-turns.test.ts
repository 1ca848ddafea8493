import { expect, test } from "vitest";
import { createTurns } from "./take-turns";

test("two at a time, in the order they came; who gives up is passed over", () => {
  const take = createTurns(2);
  const begun: string[] = [];
  const ends = ["a", "b", "c", "d", "e"].map((name) => take(() => begun.push(name)));
  expect(begun).toEqual(["a", "b"]);
  ends[2]?.();
  ends[1]?.();
  expect(begun).toEqual(["a", "b", "d"]);
  ends[1]?.();
  expect(begun).toEqual(["a", "b", "d"]);
  ends[0]?.();
  ends[3]?.();
  ends[4]?.();
  take(() => begun.push("f"));
  take(() => begun.push("g"));
  take(() => begun.push("h"));
  expect(begun).toEqual(["a", "b", "d", "e", "f", "g"]);
});
