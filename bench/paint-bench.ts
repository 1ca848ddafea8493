import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import satori from "satori";
import sharp from "sharp";
import { createPainter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { encodeSvg } from "@/lib/render/encode";
import { createDocument } from "@/lib/template/create-document";
import { resolveDocument } from "@/lib/template/resolve-document";
import { field, linear, text } from "@/lib/template/starters/build";

/**
 * Times one picture with two changing texts, 1200x628, from values to bytes, cold each time: no value comes
 * twice. Ours and the peers take turns inside one run, so that a busy machine slows all alike; the figures to
 * read are the ratios. Prints a table and writes it to bench/results.json.
 */

const ROUNDS = Number(process.argv[2] ?? 40);
const WARM_UP = 5;
const PUBLIC = join(process.cwd(), "public");
const BOLD = "/fonts/inter/700.ttf";

const template = {
  ...createDocument({ width: 1200, height: 628, displayWidth: 600 }),
  background: linear(135, "#1d3b8b", "#5b8cff"),
  fields: [field("first_name", "First name"), field("points", "Points")],
  layers: [
    text(
      { id: "a", name: "Headline", x: 80, y: 160, width: 1040, height: 120 },
      "Thank you, {{first_name}}!",
      {
        fit: "fixed",
        style: { fontWeight: 700, fontSize: 84, color: "#ffffff" },
      },
    ),
    text(
      { id: "b", name: "Points", x: 80, y: 320, width: 1040, height: 60 },
      "You now have {{points}} points",
      {
        fit: "fixed",
        style: { fontWeight: 700, fontSize: 40, color: "#dbe6ff" },
      },
    ),
  ],
};

type Values = { first_name: string; points: string };
type Contender = { name: string; run: (values: Values) => Promise<Buffer> };

const painter = createPainter({
  satori: await satoriNode(),
  loadFont: (file) => readFile(join(PUBLIC, file)),
});

async function nameplateSvg(values: Values): Promise<string> {
  const { document } = resolveDocument(template, values);
  await painter.prepare(document);
  return painter.paintDocument(document, () => null);
}

const fonts = [{ name: "Inter", weight: 700 as const, data: readFileSync(join(PUBLIC, BOLD)) }];

function wholeDocument(values: Values): Promise<string> {
  const line = (top: number, size: number, color: string, content: string) => ({
    type: "div",
    props: { style: { position: "absolute", left: 80, top, fontSize: size, color }, children: content },
  });
  const element = {
    type: "div",
    props: {
      style: {
        display: "flex",
        width: 1200,
        height: 628,
        fontFamily: "Inter",
        fontWeight: 700,
        backgroundImage: "linear-gradient(135deg, #1d3b8b, #5b8cff)",
      },
      children: [
        line(160, 84, "#ffffff", `Thank you, ${values.first_name}!`),
        line(320, 40, "#dbe6ff", `You now have ${values.points} points`),
      ],
    },
  };
  return satori(element as Parameters<typeof satori>[0], { width: 1200, height: 628, fonts });
}

const frame = await sharp(await encodeSvg(await nameplateSvg({ first_name: "Łódź", points: "1" }), "png"))
  .removeAlpha()
  .raw()
  .toBuffer();
const raw = { raw: { width: 1200, height: 628, channels: 3 as const } };

const CONTENDERS: Contender[] = [
  { name: "Nameplate, PNG", run: async (values) => encodeSvg(await nameplateSvg(values), "png") },
  { name: "Nameplate, JPEG", run: async (values) => encodeSvg(await nameplateSvg(values), "jpg") },
  { name: "Nameplate, SVG only", run: async (values) => Buffer.from(await nameplateSvg(values)) },
  {
    name: "satori whole document + sharp, PNG",
    run: async (values) => encodeSvg(await wholeDocument(values), "png"),
  },
  {
    name: "satori whole document + sharp, JPEG",
    run: async (values) => encodeSvg(await wholeDocument(values), "jpg"),
  },
  {
    name: "satori whole document, SVG only",
    run: async (values) => Buffer.from(await wholeDocument(values)),
  },
  { name: "sharp only encoding the frame, PNG", run: () => sharp(frame, raw).png().toBuffer() },
  {
    name: "sharp only encoding the frame, JPEG",
    run: () => sharp(frame, raw).jpeg({ quality: 85 }).toBuffer(),
  },
];

const NAMES = ["Nguyễn", "O'Neil", "Łódź", "Щёголева", "Wolfeschlegelsteinhausen", "Ann", "Jean-Luc"];
const times = new Map<string, number[]>(CONTENDERS.map(({ name }) => [name, []]));
const sizes = new Map<string, number>();
let turn = 0;

for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  for (const { name, run } of CONTENDERS) {
    turn += 1;
    const values = { first_name: `${NAMES[turn % NAMES.length]} ${turn}`, points: String(turn * 7) };
    const started = performance.now();
    const bytes = await run(values);
    if (round >= 0) times.get(name)?.push(performance.now() - started);
    sizes.set(name, bytes.length);
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const rows = CONTENDERS.map(({ name }) => {
  const taken = times.get(name) ?? [];
  return { name, p50: percentile(taken, 0.5), p90: percentile(taken, 0.9), bytes: sizes.get(name) ?? 0 };
});
const reference = rows.find((row) => row.name === "satori whole document + sharp, PNG")?.p50 ?? Number.NaN;
const width = Math.max(...rows.map((row) => row.name.length));

console.log(`${ROUNDS} rounds, Node ${process.version}, ${cpus().length} cores`);
console.log(`${"".padEnd(width)}   p50 ms   p90 ms   times as fast as satori + sharp PNG      bytes`);
for (const row of rows) {
  const figures = [row.p50.toFixed(1).padStart(8), row.p90.toFixed(1).padStart(8)].join(" ");
  console.log(
    `${row.name.padEnd(width)} ${figures} ${(reference / row.p50).toFixed(2).padStart(37)} ${String(row.bytes).padStart(10)}`,
  );
}
const peak = process.resourceUsage().maxRSS / 1024;
console.log(`peak memory of the run: ${peak.toFixed(0)} MB`);
mkdirSync("bench", { recursive: true });
writeFileSync(
  "bench/results.json",
  `${JSON.stringify({ node: process.version, rounds: ROUNDS, rows, peakMb: Math.round(peak) }, null, 2)}\n`,
);
