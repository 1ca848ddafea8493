import { expect, it } from "vitest";
import { NO_AIDS, readAids } from "./aids";

it.each([
  [null, NO_AIDS],
  ["not json", NO_AIDS],
  ["[]", NO_AIDS],
  ['{"rulers":true,"gridStep":0}', { ...NO_AIDS, rulers: true }],
  ['{"grid":"yes","gridStep":8,"safeArea":true,"more":1}', { ...NO_AIDS, gridStep: 8, safeArea: true }],
])("reads %s", (text, wanted) => {
  expect(readAids(text)).toEqual(wanted);
});
