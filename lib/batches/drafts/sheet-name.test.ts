import { expect, it } from "vitest";
import { sheetName } from "./sheet-name";

it.each([
  [
    "https://docs.google.com/spreadsheets/d/e/2PACX-1vQsecret_partXyZ9/pub?output=csv&gid=12&single=true",
    "Google Sheet",
    "Google Sheet …XyZ9",
  ],
  [
    "https://docs.google.com/spreadsheets/d/1AbCsecret_partQ-7w/export?format=csv",
    ...["Google Sheet", "Google Sheet …Q-7w"],
  ],
  ["https://files.example/s/9f8e7d6c5b4a3?key=secret_part", "files.example", "files.example …b4a3"],
  ["https://user.example:8443/list", "user.example", "user.example"],
  ["https://a.example/", "a.example", "a.example"],
])("names %s without what opens it", (address, name, sourceName) => {
  expect(sheetName(address)).toEqual({ name, sourceName });
});
