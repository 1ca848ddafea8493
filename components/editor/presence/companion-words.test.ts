import { expect, test } from "vitest";
import { companySentence } from "./companion-words";

const you = { name: "Anna", isYou: true, canEdit: true };
const zoe = { name: "Zoë", isYou: false, canEdit: true };
const viewer = { name: "Łukasz", isYou: false, canEdit: false };

test.each([
  [[], ""],
  [[you], "You have it open in another tab."],
  [[zoe], "Zoë is editing."],
  [[zoe, viewer, you], "Zoë is editing, Łukasz is looking and you have it open in another tab."],
])("who else is here: %j", (others, words) => {
  expect(companySentence(others)).toBe(words);
});
