import { describe, expect, test } from "vitest";
import { starterItem } from "@/lib/template/starters/starter-item";
import { STARTERS } from "@/lib/template/starters/starters";
import {
  findOwnStarters,
  findStarters,
  NO_FILTER,
  STARTER_SHAPES,
  type StarterFilter,
  shapeOf,
} from "./find-starters";

const ITEMS = STARTERS.map(starterItem);
const found = (filter: Partial<typeof NO_FILTER>) =>
  findStarters(ITEMS, { ...NO_FILTER, ...filter }).map(({ id }) => id);

describe("starters are found", () => {
  test.each([
    ["birthday", ["birthday-coupon"]],
    ["QR", ["vip-pass", "referral-card"]],
    ["points", ["loyalty-thank-you", "points-ring"]],
    ["barcode", ["win-back-coupon"]],
    ["MEDAL award", ["employee-award"]],
    ["referrál", ["referral-card"]],
    ["ring", ["fitness-progress", "points-ring"]],
  ])("by a name or a keyword: %s", (search, ids) => {
    expect(found({ search })).toEqual(ids);
  });

  test("by the category, written with or without its hyphen", () => {
    const inMail = ITEMS.filter(({ category }) => category === "email").map(({ id }) => id);
    expect(found({ category: "email" })).toEqual(inMail);
    for (const search of ["e-mail", "email", " E-Mail "]) {
      expect(found({ search }), search).toEqual(expect.arrayContaining(inMail));
    }
  });

  test("by what a field is called", () => {
    expect(found({ search: "opening hours" })).toEqual(["store-visit"]);
  });

  test("by the start of every word, not by its middle", () => {
    expect(found({ search: "birth coup" })).toEqual(["birthday-coupon"]);
    expect(found({ search: "irthday" })).toEqual([]);
    expect(found({ search: "birthday medal" })).toEqual([]);
  });

  test("by shape, together with the rest", () => {
    expect(found({ shape: "paper", category: "certificates" })).toHaveLength(3);
    expect(found({ shape: "banner" })).toEqual(["store-visit"]);
    expect(found({ shape: "square", search: "speaker" })).toEqual(["speaker-card"]);
    const shapes = new Set(ITEMS.map(({ size }) => shapeOf(size)));
    expect(shapes).toEqual(new Set(STARTER_SHAPES.map(({ id }) => id)));
  });
});

test("what a page gets of a starter holds no document", () => {
  const sent = JSON.stringify(ITEMS);
  expect(sent).not.toMatch(/"(layers|document|samples|fontFamily|values)"/);
  expect(sent.length).toBeLessThan(24_000);
});

test("the workspace's own are found by name and by who saved them, in their shape, and are of no category", () => {
  const size = { width: 1200, height: 628 };
  const own = [
    { name: "Spring sale", by: "Maeve O'Neil", size },
    { name: "Badge", by: "", size: null },
  ];
  const foundOwn = (filter: Partial<StarterFilter>) =>
    findOwnStarters(own, { ...NO_FILTER, ...filter }).map(({ name }) => name);
  expect(foundOwn({})).toEqual(["Spring sale", "Badge"]);
  expect(foundOwn({ search: "sale spr" })).toEqual(["Spring sale"]);
  expect(foundOwn({ search: "maeve" })).toEqual(["Spring sale"]);
  expect(foundOwn({ shape: "wide" })).toEqual(["Spring sale"]);
  expect(foundOwn({ shape: "square" })).toEqual([]);
  expect(foundOwn({ category: "email" })).toEqual([]);
});
