import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument } from "../check-document";
import { createDocument } from "../create-document";
import { dependsOnClock, dependsOnData } from "../depends-on";
import { DEFAULT_FORMAT, type Field } from "../field";
import { resolveDocument } from "../resolve-document";
import { type Document, documentSchema } from "../schema";
import { type CountdownLayer, countdownEntry } from "./countdown";
import { countdownParts } from "./countdown-parts";

const CANVAS = { width: 1200, height: 628 };

function field(key: string, rest: Partial<Field> = {}): Field {
  return { key, label: key, type: "text", fallback: "", format: DEFAULT_FORMAT, ...rest };
}

function layer(change: Partial<CountdownLayer>): CountdownLayer {
  return { ...countdownEntry.create("countdown", CANVAS), ...change };
}

function documentWith(change: Partial<CountdownLayer>, rest: Partial<Document> = {}): Document {
  return documentSchema.parse({
    ...createDocument({ ...CANVAS, displayWidth: 600 }),
    fields: [field("sale_ends", { type: "date" }), field("zone"), field("email"), field("first_name")],
    layers: [layer(change)],
    ...rest,
  });
}

/** What is shown at a moment: digits of each unit, what is said instead, or nothing. */
function shownAt(doc: Document, now: string | number, values: Record<string, string> = {}, opened?: number) {
  const at = typeof now === "number" ? now : Date.parse(now);
  const { document, changesAt } = resolveDocument(doc, values, { now: at, opened: () => opened ?? null });
  const [found] = document.layers;
  const next = changesAt === null ? null : new Date(changesAt).toISOString();
  if (found?.type !== "countdown") return { said: null, next };
  const { shown } = found;
  return { said: shown.kind === "digits" ? shown.units.map(({ digits }) => digits).join(" ") : shown, next };
}

const said = (...args: Parameters<typeof shownAt>) => shownAt(...args).said;

describe("what is left in parts", () => {
  const all = () => true;
  test.each([
    [0, "0 0 0 0"],
    [1, "0 0 0 1"],
    [1_000, "0 0 0 1"],
    [1_001, "0 0 0 2"],
    [59_999, "0 0 1 0"],
    [86_399_001, "1 0 0 0"],
    [90_061_000, "1 1 1 1"],
    [-5, "0 0 0 0"],
  ])("%d ms are %s", (left, parts) => {
    expect(
      countdownParts(left, all)
        .parts.map(({ count }) => count)
        .join(" "),
    ).toBe(parts);
  });

  test("the largest unit shown carries the rest, and the smallest is rounded up", () => {
    const left = (49 * 60 + 30) * 60_000 + 1;
    const of = (...units: string[]) =>
      countdownParts(left, (unit) => units.includes(unit)).parts.map(({ count }) => count);
    expect(of("hours", "minutes")).toEqual([49, 31]);
    expect(of("days")).toEqual([3]);
    expect(of("days", "minutes")).toEqual([2, 91]);
    expect(of("seconds")).toEqual([178_201]);
  });

  test("stays what it is for exactly as long as it says", () => {
    const lefts = fc.integer({ min: 1, max: 400 * 86_400_000 });
    const sets = fc.subarray(["days", "hours", "minutes", "seconds"], { minLength: 1 });
    fc.assert(
      fc.property(lefts, sets, (left, units) => {
        const shown = (rest: number) =>
          JSON.stringify(countdownParts(rest, (unit) => units.includes(unit)).parts);
        const { lasts } = countdownParts(left, (unit) => units.includes(unit));
        expect(lasts).toBeGreaterThan(0);
        expect(shown(left - lasts + 1)).toBe(shown(left));
        expect(shown(left - lasts)).not.toBe(shown(left));
      }),
    );
  });
});

describe("counts to a moment", () => {
  const berlin = documentWith({ target: "2026-12-24 18:00", timeZone: "Europe/Berlin", whenOver: "zeros" });

  test.each([
    ["2026-12-24T16:59:59.000Z", "00 00 00 01"],
    ["2026-12-24T16:59:59.999Z", "00 00 00 01"],
    ["2026-12-24T17:00:00.000Z", "00 00 00 00"],
    ["2026-12-24T16:59:58.999Z", "00 00 00 02"],
    ["2036-12-24T17:00:00.000Z", "00 00 00 00"],
    ["2026-12-14T15:00:00.000Z", "10 02 00 00"],
    ["2025-12-24T17:00:00.000Z", "365 00 00 00"],
  ])("at %s it shows %s", (now, expected) => {
    expect(said(berlin, now)).toBe(expected);
  });

  test.each([
    // A day on which clocks go back has 25 hours, one on which they go forward 23: a day is 24 all the same.
    ["2026-10-26 00:00", "Europe/Berlin", "2026-10-24T22:00:00Z", "01 01 00 00"],
    ["2026-10-25 02:30", "Europe/Berlin", "2026-10-25T00:00:00Z", "00 00 30 00"],
    ["2027-03-29 00:00", "Europe/Berlin", "2027-03-27T23:00:00Z", "00 23 00 00"],
    ["2027-03-28 03:00", "Europe/Berlin", "2027-03-28T00:59:59Z", "00 00 00 01"],
    ["2026-11-02 00:00", "America/New_York", "2026-11-01T04:00:00Z", "01 01 00 00"],
    ["2028-03-01 00:00", "UTC", "2028-02-28T00:00:00Z", "02 00 00 00"],
    ["2027-03-01 00:00", "UTC", "2027-02-28T00:00:00Z", "01 00 00 00"],
    // A date alone is over with its day, in the zone of the layer.
    ["2026-12-24", "America/New_York", "2026-12-25T04:59:59Z", "00 00 00 01"],
    ["2026-12-24T18:00:00Z", "America/New_York", "2026-12-24T17:59:00Z", "00 00 01 00"],
  ])("%s in %s is at %s away %s", (target, timeZone, now, expected) => {
    expect(said(documentWith({ target, timeZone, whenOver: "zeros" }), now)).toBe(expected);
  });

  test("reads the moment from a field, in the zone that another field holds, else in the document's", () => {
    const doc = documentWith(
      { target: "{{sale_ends}}", timeZone: "{{zone}}", whenOver: "zeros" },
      { timeZone: "America/New_York" },
    );
    const now = "2026-12-24T12:00:00Z";
    const values = { sale_ends: "24 Dec 2026 18:00" };
    expect(said(doc, now, { ...values, zone: "Asia/Tokyo" })).toBe("00 00 00 00");
    expect(said(doc, now, { ...values, zone: "Europe/Berlin" })).toBe("00 05 00 00");
    expect(said(doc, now, { ...values, zone: "Nowhere/Land" })).toBe("00 11 00 00");
    expect(said(doc, now, values)).toBe("00 11 00 00");
  });

  test("is left out where the moment cannot be read, and told so", () => {
    const doc = documentWith({ target: "{{sale_ends}}" });
    for (const value of ["", "soon", "2026-13-45"]) {
      expect(resolveDocument(doc, { sale_ends: value }, { now: 0 }).hidden).toEqual(["countdown"]);
    }
    expect(said(doc, "2026-12-24T12:00:00Z", { sale_ends: "2026-12-24 12:01" })).toBe("00 00 01 00");
  });

  test("in the design itself nothing is hidden and nothing is over", () => {
    for (const doc of [
      documentWith({ target: "{{sale_ends}}" }),
      documentWith({ target: "2001-01-01", whenOver: "hidden" }),
    ]) {
      const { document } = resolveDocument(doc, {}, { mode: "fields", now: Date.UTC(2026, 1) });
      expect(document.layers[0]).toMatchObject({
        shown: { kind: "digits", units: [{ digits: "00" }, {}, {}, {}] },
      });
    }
  });

  test("tells when it shows something else next, to the smallest unit that is shown", () => {
    const at = "2026-12-24T12:00:10.500Z";
    expect(shownAt(berlin, at).next).toBe("2026-12-24T12:00:11.000Z");
    const minutes = documentWith({
      ...berlin.layers[0],
      units: { days: true, hours: true, minutes: true, seconds: false },
    } as CountdownLayer);
    expect(shownAt(minutes, at)).toEqual({ said: "00 05 00", next: "2026-12-24T12:01:00.000Z" });
    expect(shownAt(berlin, "2027-01-01T00:00:00Z").next).toBeNull();
  });
});

describe("when the time is over", () => {
  const now = "2027-06-01T00:00:00Z";
  const over = (change: Partial<CountdownLayer>) =>
    said(documentWith({ target: "2027-01-01", ...change }), now, { first_name: "Ana" });

  test("shows zeros, says a phrase with fields, shows a picture, or hides", () => {
    expect(over({ whenOver: "zeros" })).toBe("00 00 00 00");
    expect(over({ whenOver: "phrase", phrase: "Over, {{first_name}}" })).toEqual({
      kind: "phrase",
      text: "Over, Ana",
    });
    expect(over({ whenOver: "picture", overPicture: "ast_Abcdefgh12" })).toEqual({
      kind: "picture",
      assetId: "ast_Abcdefgh12",
    });
    expect(over({ whenOver: "picture" })).toBeNull();
    expect(over({ whenOver: "hidden" })).toBeNull();
  });
});

describe("counts from the first open", () => {
  const doc = documentWith({
    counts: "from_open",
    recipient: "{{email}}",
    lasts: { days: 1, hours: 2, minutes: 3 },
    whenOver: "zeros",
  });
  const now = Date.parse("2026-12-24T12:00:00.400Z");

  test("whole at first, and what is left of it later", () => {
    expect(said(doc, now, { email: "a@example.com" })).toBe("01 02 03 01");
    expect(said(doc, now, { email: "a@example.com" }, now - 3_600_400)).toBe("01 01 03 00");
    expect(said(doc, now, { email: "a@example.com" }, now - 10 * 86_400_000)).toBe("00 00 00 00");
  });

  test("asks by what tells the recipient apart, without capitals, and not where that is missing", () => {
    const asked: string[] = [];
    const opened = (recipient: string) => {
      asked.push(recipient);
      return null;
    };
    resolveDocument(doc, { email: " Ana@Example.com " }, { now, opened });
    resolveDocument(doc, {}, { now, opened });
    expect(asked).toEqual(["ana@example.com"]);
  });
});

test("depends on the clock and so on data, whatever fields it has", () => {
  expect(dependsOnClock(layer({ target: "2027-01-01" }))).toBe(true);
  expect(dependsOnData(layer({ target: "2027-01-01" }))).toBe(true);
});

test("keeps nothing of what decides who sees what, so that equal states are equal pictures", () => {
  const at = Date.UTC(2026, 11, 1);
  const one = resolveDocument(documentWith({ target: "2026-12-02 00:00" }), {}, { now: at }).document.layers;
  const two = documentWith({
    counts: "from_open",
    recipient: "{{email}}",
    lasts: { days: 1, hours: 0, minutes: 0 },
  });
  expect(resolveDocument(two, { email: "a@b.c" }, { now: at }).document.layers).toEqual(one);
});

test("fields in it are found and renamed", () => {
  const doc = layer({
    target: "{{sale_ends}}",
    timeZone: "{{zone}}",
    recipient: "{{email}}",
    phrase: "{{first_name}}",
  });
  expect(countdownEntry.fieldReferences(doc).map(({ key, expects }) => `${key} ${expects}`)).toEqual([
    "sale_ends date",
    "zone text",
    "email any",
    "first_name any",
  ]);
  expect(countdownEntry.renameField(doc, "zone", "tz").timeZone).toBe("{{tz}}");
});

describe("problems", () => {
  const NOW = Date.UTC(2026, 10, 28);
  const told = (change: Partial<CountdownLayer>, now?: number) =>
    checkDocument(documentWith(change), now)
      .filter(({ layerId }) => layerId !== undefined)
      .map(({ code, path }) => `${code} ${path}`);
  test.each([
    [{ target: "2026-12-24 18:00" }, []],
    [{ target: "2026-11-01" }, ["past_moment /layers/0/target"]],
    [{ target: "soon" }, ["invalid_moment /layers/0/target"]],
    [{ target: "{{sale_ends}}" }, []],
    [{ target: "{{Sale}}" }, ["malformed_placeholder /layers/0/target"]],
    [{ timeZone: "Berlin" }, ["unknown_time_zone /layers/0/timeZone"]],
    [{ timeZone: "{{zone}}" }, []],
    [{ counts: "from_open" as const, recipient: "{{email}}" }, []],
    [{ counts: "from_open" as const, recipient: "me" }, ["no_recipient /layers/0/recipient"]],
    [
      { counts: "from_open" as const, recipient: "{{email}}", lasts: { days: 0, hours: 0, minutes: 0 } },
      ["no_duration /layers/0/lasts"],
    ],
    [{ whenOver: "phrase" as const, phrase: " " }, ["nothing_when_over /layers/0/phrase"]],
    [{ whenOver: "picture" as const }, ["nothing_when_over /layers/0/overPicture"]],
  ])("%j", (change, expected) => {
    expect(told(change, NOW)).toEqual(expected);
  });

  test("nothing is past where the time is not known", () => {
    expect(told({ target: "2001-01-01" })).toEqual([]);
  });
});
