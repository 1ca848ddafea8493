import fc from "fast-check";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { type QrLevel, qrModules } from "./qr-modules";

test("a code is as large as it is painted", () => {
  const text = fc.oneof(
    fc.stringMatching(/^\d{1,400}$/),
    fc.stringMatching(/^[A-Z0-9 $%*+./:-]{1,300}$/),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom<QrLevel>("L", "M", "Q", "H"), (content, level) => {
      expect(qrModules(content, level)).toBe(
        encode(content, { ecc: level, border: 0, boostEcc: false }).size,
      );
    }),
  );
});

test("every version holds what fits it to the last byte", () => {
  for (const level of ["L", "M", "Q", "H"] as const) {
    let before = 0;
    for (let bytes = 1; qrModules("a".repeat(bytes), level) !== null; bytes += 1) {
      const modules = qrModules("a".repeat(bytes), level) ?? 0;
      if (modules === before) continue;
      before = modules;
      expect(encode("a".repeat(bytes), { ecc: level, border: 0, boostEcc: false }).size).toBe(modules);
      if (bytes === 1) continue;
      const last = encode("a".repeat(bytes - 1), { ecc: level, border: 0, boostEcc: false });
      expect(last.size).toBe(modules - 4);
    }
    expect(before).toBe(177);
  }
});
