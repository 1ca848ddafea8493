import { beforeAll, expect, it } from "vitest";
import { hostileFonts, ordinaryFont, withTables } from "../testing/hostile-fonts";
import { FONT_LIMITS } from "./font-limits";
import { readSfnt, writeSfnt } from "./sfnt";
import { unpackFont } from "./unpack-font";

let inter: Buffer;

beforeAll(async () => {
  inter = await ordinaryFont();
});

const extra = (count: number, table = Buffer.alloc(4)) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`x${String(index).padStart(3, "0")}`, table]),
  );

it("a font has at most so many tables, and no more bytes than the file", () => {
  const own = readSfnt(inter).tables.size;
  const most = withTables(inter, extra(FONT_LIMITS.tables - own));
  expect(readSfnt(most).tables.size).toBe(FONT_LIMITS.tables);
  expect(() => readSfnt(withTables(inter, extra(FONT_LIMITS.tables - own + 1)))).toThrow("tables");
  expect(() => readSfnt(inter.subarray(0, -8))).toThrow("outside");
});

it("tables that lie on top of each other count each", () => {
  const bytes = withTables(inter, extra(40, Buffer.alloc(4)));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let record = 12; record < 12 + 50 * 16; record += 16) {
    view.setUint32(record + 8, 0);
    view.setUint32(record + 12, bytes.length);
  }
  expect(bytes.length * 50).toBeLessThan(FONT_LIMITS.unpackedBytes);
  expect(readSfnt(bytes).tables.size).toBeGreaterThan(40);
  const long = Buffer.concat([bytes, Buffer.alloc(1_000_000)]);
  const longView = new DataView(long.buffer, long.byteOffset);
  for (let record = 12; record < 12 + 50 * 16; record += 16) longView.setUint32(record + 12, long.length);
  expect(() => readSfnt(long)).toThrow("outside");
});

it("a font written is the font read", () => {
  const written = writeSfnt(readSfnt(inter));
  expect(Buffer.from(writeSfnt(readSfnt(written))).equals(written)).toBe(true);
});

it("inflating stops at the length a table states", async () => {
  const bomb = (await hostileFonts()).find(
    ({ what }) => what === "a WOFF with a table that is longer than it says",
  );
  await expect(unpackFont(bomb?.bytes ?? inter, "woff")).rejects.toMatchObject({
    code: "ERR_BUFFER_TOO_LARGE",
  });
});
