import { decimals, printTable, printTargets } from "../figures";
import { options } from "../options";
import { keepResults } from "../results";
import { type Breakdown, breakDown } from "./breakdown";
import { type CompileTimes, compileTimes } from "./compile-times";
import { FORMATS, type Format } from "./contender";
import { CANVAS, OURS, OURS_HERE, openStage, RESVG, SHARP, TAKUMI } from "./contenders";
import { fitTimes } from "./fit-modes";
import { type Measured, measureScene } from "./measure-scene";
import { measureAlone, peakMemories } from "./memory";
import { askingFor } from "./nameplate";
import { JPEG_QUALITY } from "./scene";
import { SCENES } from "./scenes";
import { pictureTargets } from "./targets";

/**
 * Times pictures from values to bytes, by Nameplate and its peers, which take turns in one process: a busy machine
 * slows all alike, so that ratios hold where milliseconds do not. No value comes twice and nothing finished is kept.
 */
const { rounds } = options;

if (options.alone) await measureAlone(options.alone);
else await measureAll();
process.exit(0);

async function measureAll(): Promise<void> {
  const stage = await openStage();
  const scenes = SCENES.filter(({ id }) => options.scene === undefined || id === options.scene);
  console.log(
    `Node ${process.version}, ${rounds} rounds; JPEG quality ${JPEG_QUALITY}. Read ratios, not ms.`,
  );
  const results = [];
  for (const scene of scenes) {
    const measured = await measureScene(scene, await stage.contenders(scene), rounds);
    console.log(`\n${scene.title}, ${scene.width}x${scene.height}`);
    for (const format of FORMATS) printMeasured(measured.filter((one) => one.format === format));
    const compiled = [];
    const steps = [];
    const asking = askingFor(scene, stage.material);
    for (const format of FORMATS) {
      compiled.push({ format, ...(await compileTimes(scene, stage.painter, asking, format, 5)) });
      steps.push({ format, ...(await breakDown(scene, stage.painter, asking, format, rounds)) });
    }
    console.log("\nwhere Nameplate's time goes, ms, and compiling a new version");
    printSteps(steps, compiled);
    results.push({ scene: scene.id, measured, compiled, steps });
  }
  const fits = await fitTimes(stage.painter, 1_000);
  console.log("\nlayout of one text, ms, by how it fits its box");
  printTable(
    ["fit", "p50", "p90"],
    fits.map(({ fit, p50, p90 }) => [fit, decimals(p50, 2), decimals(p90, 2)]),
  );
  await stage.close();
  const memory = await peakMemories([OURS, OURS_HERE, RESVG, SHARP, TAKUMI, CANVAS]);
  const shared = process.resourceUsage().maxRSS / 1024;
  console.log(
    `\npeak memory, MB, of a process of its own that makes 30 pictures (this one: ${shared.toFixed(0)})`,
  );
  printTable(
    ["", "MB"],
    memory.map(({ name, megabytes }) => [name, decimals(megabytes, 0)]),
  );
  const targets = pictureTargets(results, fits);
  console.log("\ntargets");
  printTargets(targets);
  keepResults("pictures", { rounds, results, fits, memory, targets });
}

function printMeasured(rows: readonly Measured[]): void {
  const ours = rows.find(({ name }) => name === OURS);
  const times = (value: number, own = Number.NaN) => decimals(value / own, 2);
  const format = rows[0]?.format;
  printTable(
    [
      format === "png" ? "PNG" : "JPEG",
      "p50 ms",
      "p90 ms",
      "times ours",
      "CPU ms",
      "times ours",
      "kB",
      format === "png" ? "like ours" : "SSIM",
    ],
    rows.map(({ name, p50, p90, cpu, bytes, likeness }) => [
      name,
      decimals(p50, 1),
      decimals(p90, 1),
      times(p50, ours?.p50),
      decimals(cpu, 1),
      times(cpu, ours?.cpu),
      decimals(bytes / 1000, 0),
      decimals(likeness, 4),
    ]),
  );
}

type OfFormat<T> = T & { format: Format };

function printSteps(
  steps: readonly OfFormat<Breakdown>[],
  compiled: readonly OfFormat<CompileTimes>[],
): void {
  const names = ["resolve", "layout", "svg", "raster", "blend", "encode", "rest"] as const;
  printTable(
    ["", ...names, "compile: plates", "encoding"],
    steps.map((step, index) => [
      step.format === "png" ? "PNG" : "JPEG",
      ...names.map((name) => decimals(step[name], 2)),
      decimals(compiled[index]?.plates ?? null, 0),
      decimals(compiled[index]?.encoding ?? null, 0),
    ]),
  );
}
