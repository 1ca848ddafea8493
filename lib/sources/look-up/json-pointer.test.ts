import fc from "fast-check";
import { expect, it } from "vitest";
import { follow, isPointer, pointTo } from "./json-pointer";

it("follows the examples of RFC 6901, section 5", () => {
  const document = {
    foo: ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
  };
  const pointers = [
    "",
    "/foo",
    "/foo/0",
    "/",
    "/a~1b",
    "/c%d",
    "/e^f",
    "/g|h",
    "/i\\j",
    '/k"l',
    "/ ",
    "/m~0n",
  ];
  expect(pointers.map((pointer) => follow(document, pointer))).toEqual([
    document,
    document.foo,
    "bar",
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
  ]);
  for (const nothing of [
    "/foo/2",
    "/foo/-",
    "/foo/01",
    "/foo/length",
    "/bar",
    "/foo/0/0",
    "/constructor",
    "/__proto__",
  ]) {
    expect(follow(document, nothing), nothing).toBeUndefined();
  }
});

it("is a pointer, or not", () => {
  for (const good of ["", "/", "/a/0", "/a~0~1b", "/ü"]) expect(isPointer(good), good).toBe(true);
  for (const bad of ["a", "a/b", "/~", "/~2", "/a\n", "$.a", "/\ud800"])
    expect(isPointer(bad), bad).toBe(false);
});

it("leads to wherever it was made for", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 0, maxLength: 5 }), { maxLength: 5 }), (steps) => {
      const leaf = { here: true };
      const document = steps.reduceRight<unknown>((inside, step) => ({ [step]: inside }), leaf);
      if (steps.includes("__proto__")) return;
      expect(follow(document, steps.reduce(pointTo, ""))).toBe(leaf);
    }),
  );
});
