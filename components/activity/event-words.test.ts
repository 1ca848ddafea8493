import { expect, test } from "vitest";
import { EVENT_ACTIONS, EVENT_KINDS } from "@/lib/accounts/audit/event-actions";
import { actionLabel, eventWords, kindLabel } from "./event-words";

const told = (action: string, details: Record<string, unknown> = {}, name = "Spring") =>
  eventWords({ action, details, object: { kind: "x", id: "x", name, projectId: null } });

test.each([
  ["template.rename", { from: "A", to: "B" }, "renamed the template “A” to “B”"],
  ["template.create", {}, "made the template “Spring”"],
  ["template.create", { from: "VIP pass" }, "made the template “Spring” from “VIP pass”"],
  ["template.duplicate", { from: "A", version: 3 }, "made “Spring” from version 3 of “A”"],
  ["template.publish", { version: 2 }, "published version 2 of “Spring”"],
  ["template.publish", { version: 2, note: "June" }, "published version 2 of “Spring”: “June”"],
  ["template.lock", { locked: false }, "took the brand lock off “Spring”"],
  ["asset.tag", { added: "Logos" }, "tagged the image “Spring” “Logos”"],
  ["member.edit", { from: "editor", to: "viewer" }, "made Spring viewer, who was editor"],
  ["member.edit", { from: "guest", to: "guest", projects: ["A"] }, "changed the projects of Spring to A"],
  ["image-hosts.edit", { hosts: [] }, "allowed pictures from any public host"],
  ["font.edit", { from: "A", to: "A", licenceNote: "x" }, "changed the font “Spring”"],
  ["plan.change", { from: "Free", to: "Growth" }, "changed the plan from Free to Growth"],
  [
    "quota.reached",
    { metric: "served", threshold: 80, used: 8000, limit: 10000 },
    "found 80 % of the quota reached: 8,000 of 10,000 pictures served",
  ],
  ["something.new", {}, "something.new: “Spring”"],
])("%s with %j", (action, details, words) => {
  expect(told(action, details)).toBe(words);
});

test("every action and kind that is written down has words of its own", () => {
  expect(EVENT_ACTIONS.filter((action) => actionLabel(action) === action)).toEqual([]);
  expect(EVENT_ACTIONS.filter((action) => told(action).startsWith(action))).toEqual([]);
  expect(EVENT_KINDS.filter((kind) => kindLabel(kind) === kind)).toEqual([]);
});
