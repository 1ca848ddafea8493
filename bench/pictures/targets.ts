import { decimals, type Target } from "../figures";
import type { CompileTimes } from "./compile-times";
import type { Format } from "./contender";
import { CANVAS, FLOOR, OURS, RESVG, SHARP, TAKUMI } from "./contenders";
import type { FitTime } from "./fit-modes";
import type { Measured } from "./measure-scene";
import { SCENES } from "./scenes";

export type SceneResult = {
  scene: string;
  measured: Measured[];
  compiled: (CompileTimes & { format: Format })[];
};

/** Most time to compile a new version, and to lay out a text, ms. */
const COMPILE_MS = 1_000;
const LAYOUT_MS = 3;

/** What was asked of pictures: ratios of medians of one run, of the first scene unless they name another. */
export function pictureTargets(results: readonly SceneResult[], fits: readonly FitTime[]): Target[] {
  const [first] = SCENES;
  const measured = results.find(({ scene }) => scene === first?.id)?.measured ?? [];
  const time = (name: string, format: Format) => p50Of(measured, name, format);
  const atLeast = (name: string, wanted: number, slower: number, faster: number): Target => ({
    name,
    wanted: `>= ${wanted}x faster`,
    measured: `${decimals(slower / faster, 2)}x`,
    met: slower / faster >= wanted,
  });
  const faster = (name: string, other: string, format: Format): Target => {
    const ratio = time(other, format) / time(OURS, format);
    return { name, wanted: "faster", measured: `${decimals(ratio, 2)}x`, met: ratio > 1 };
  };
  const against = (name: string, wanted: number, format: Format): Target => {
    const ratio = time(OURS, format) / time(FLOOR, format);
    return {
      name,
      wanted: `<= ${wanted}x its time`,
      measured: `${decimals(ratio, 2)}x`,
      met: ratio <= wanted,
    };
  };
  const compile = Math.max(
    ...results.flatMap(({ compiled }) => compiled.map((one) => one.plates + one.encoding)),
  );
  const layout = Math.max(...fits.map(({ p50 }) => p50));
  return [
    atLeast("cold PNG against satori + resvg", 6, time(RESVG, "png"), time(OURS, "png")),
    atLeast("cold JPEG against satori + resvg, which writes PNG", 8, time(RESVG, "png"), time(OURS, "jpg")),
    atLeast(
      "cold JPEG against satori + resvg, made a JPEG by sharp",
      8,
      time(RESVG, "jpg"),
      time(OURS, "jpg"),
    ),
    faster("cold PNG against takumi", TAKUMI, "png"),
    faster("cold PNG against canvas", CANVAS, "png"),
    faster("cold JPEG against takumi", TAKUMI, "jpg"),
    faster("cold JPEG against canvas", CANVAS, "jpg"),
    against("cold PNG against sharp encoding the finished frame", 0.7, "png"),
    against("cold JPEG against sharp encoding the finished frame", 1.3, "jpg"),
    ...results.map((result) => neverSlower(result)),
    { name: "compile of a new version, slowest", ...atMost(compile, COMPILE_MS) },
    { name: "layout of a text, slowest fit, median", ...atMost(layout, LAYOUT_MS) },
  ];
}

function neverSlower({ scene, measured }: SceneResult): Target {
  const formats = ["png", "jpg"] as const;
  const ratios = formats.map((format) => p50Of(measured, SHARP, format) / p50Of(measured, OURS, format));
  return {
    name: `${scene}: against satori + sharp, PNG and JPEG`,
    wanted: "never slower",
    measured: ratios.map((ratio) => `${decimals(ratio, 2)}x`).join(" "),
    met: ratios.every((ratio) => ratio >= 1),
  };
}

function atMost(ms: number, limit: number): Omit<Target, "name"> {
  return { wanted: `<= ${limit} ms`, measured: `${decimals(ms, 2)} ms`, met: ms <= limit };
}

function p50Of(measured: readonly Measured[], name: string, format: Format): number {
  return measured.find((one) => one.name === name && one.format === format)?.p50 ?? Number.NaN;
}
