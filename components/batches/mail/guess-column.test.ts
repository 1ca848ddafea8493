import { expect, test } from "vitest";
import { guessColumn } from "./guess-column";

test.each([
  [["Name", "E-mail", "Company e-mail"], 1],
  [["Work email", "Email"], 1],
  [["Name", "email_address"], 1],
  [["Name", "Correo electrónico"], 1],
  [["Name", "Street address"], -1],
  [[], -1],
])("of %j it is column %i", (columns, column) => {
  expect(guessColumn(columns)).toBe(column);
});
