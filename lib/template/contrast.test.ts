import { expect, test } from "vitest";
import { contrast } from "./contrast";

test.each<[string, string[], number | null]>([
  ["#000000", ["#ffffff"], 21],
  ["#ffffff", ["#000000"], 21],
  ["#777777", ["#ffffff"], 4.48],
  ["#ffffff", ["#ffffff"], 1],
  ["#00000080", ["#ffffff"], 4.0],
  ["#000000", ["#ffffff", "#00000080"], 5.24],
  ["#000000", ["#00000080", "#ffffff"], 21],
  ["#000000", ["#ffffff80"], null],
  ["#000000", [], null],
])("of %s on %j is %d", (color, below, ratio) => {
  if (ratio === null) expect(contrast(color, below)).toBeNull();
  else expect(contrast(color, below)).toBeCloseTo(ratio, 1);
});
