import { expect, test } from "vitest";
import { foldText } from "./fold-text";

test.each([
  ["Nguyễn Thị Hoa", "nguyen thi hoa"],
  ["ŁÓDŹ", "lodz"],
  ["ЩЁГОЛЕВА", "щеголева"],
  ["İSTANBUL Straße", "istanbul strasse"],
  ["O'Neil 50%", "o'neil 50%"],
  ["ﬁne", "fine"],
])("%j folds to %j", (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldText(folded)).toBe(folded);
});
