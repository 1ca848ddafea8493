import { expect, test } from "vitest";
import type { LinkItem } from "../api/links";
import { draftChange, draftOf, draftProblems } from "./settings-draft";

const LINK: LinkItem = {
  id: "lnk_1",
  key: "spring",
  templateId: "tpl_1",
  name: "Spring",
  pausedAt: null,
  expiresAt: new Date("2026-11-28T15:32:30Z"),
  maxRenders: 100,
  renders: 7,
  policy: "open",
  allowedImageHosts: ["a.example"],
  createdAt: new Date(0),
  template: { name: "Mail", projectId: "prj_1" },
};
const BEFORE = draftOf(LINK);

test("what was not touched is not sent: not the seconds that the field does not hold either", () => {
  expect(draftChange(BEFORE, { ...BEFORE })).toEqual({});
});

test("what is emptied is taken away", () => {
  expect(draftChange(BEFORE, { ...BEFORE, name: " ", expires: "", most: " ", hosts: "\n" })).toEqual({
    name: "",
    expiresAt: null,
    maxRenders: null,
    allowedImageHosts: [],
  });
});

test("what is no number and no moment is said at its field, and never sent as nothing", () => {
  expect(Object.keys(draftProblems({ ...BEFORE, most: "1.5", expires: "soon" }))).toEqual([
    "/expiresAt",
    "/maxRenders",
  ]);
  expect(draftProblems(BEFORE)).toEqual({});
});
