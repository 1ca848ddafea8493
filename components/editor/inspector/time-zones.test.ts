import { expect, test } from "vitest";
import { timeZones } from "./time-zones";

const SUMMER = Date.UTC(2026, 6, 1);

test("every zone is offered once, the chosen one among the first", () => {
  const zones = timeZones("Antarctica/Troll", SUMMER);
  const names = zones.map(({ value }) => value);
  expect(new Set(names).size).toBe(names.length);
  for (const zone of Intl.supportedValuesOf("timeZone")) expect(names).toContain(zone);
  expect(zones.findIndex(({ value }) => value === "Antarctica/Troll")).toBeLessThan(2);
});

test("a zone has words and the offset of its clocks at that time", () => {
  const find = (name: string) => timeZones("UTC", SUMMER).find(({ value }) => value === name);
  expect(find("Europe/Berlin")).toMatchObject({ label: "Europe, Berlin", offset: "UTC+2", isCommon: true });
  expect(find("America/St_Johns")).toMatchObject({ label: "America, St Johns", isCommon: false });
  expect(find("Asia/Kolkata")?.offset).toBe("UTC+5:30");
  expect(find("UTC")?.offset).toBe("UTC");
});
