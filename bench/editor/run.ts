import { type Browser, chromium, type Page } from "@playwright/test";
import { CANVAS, crowdedDocument, LAYERS } from "@/lib/template/testing/crowded-document";
import { findBrowser } from "../../scripts/lib/find-browser.mjs";
import { decimals, median, percentile, printTable, printTargets, type Target } from "../figures";
import { options } from "../options";
import { keepResults } from "../results";
import { editorFrames, plainFrames } from "./frames";
import { openEditor } from "./open-editor";
import { openPlainStage, type PlainImage } from "./plain-stage";

/**
 * How smooth a drag is: the time of a frame while layers of a crowded canvas are dragged in the editor as it is served,
 * against that of so many cached images moved on an empty stage, in one run of one browser that waits for no screen.
 * Both take turns.
 */
const DRAGGED = [1, 50];
const LIMIT = 1.5;
const rounds = Math.min(8, options.rounds);
const address = process.env.BASE_URL ?? "";

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync"],
});
const viewport = { width: 1440, height: 900 };
const editor = await newPage(browser);
await openEditor(editor, address, crowdedDocument());
const plain = await newPage(browser);
const { stage, boxes } = await placesOnScreen(editor);
await openPlainStage(plain, boxes, stage);

console.log(
  `\nframes of a drag, ${LAYERS} layers on ${CANVAS.width}x${CANVAS.height}, ${rounds} rounds. Read ratios.`,
);
const results = [];
for (const count of DRAGGED) results.push(await measure(count));
printTable(
  ["layers dragged", "editor p50 ms", "p95", "plain stage p50 ms", "p95", "ratio"],
  results.map(({ count, ours, theirs, ratio }) => [
    String(count),
    decimals(median(ours), 2),
    decimals(percentile(ours, 0.95), 2),
    decimals(median(theirs), 2),
    decimals(percentile(theirs, 0.95), 2),
    decimals(ratio, 2),
  ]),
);
const targets = results.map(
  ({ count, ratio }): Target => ({
    name: `frame of a drag of ${count} of ${LAYERS}, against cached images`,
    wanted: `<= ${LIMIT}x its time`,
    measured: `${decimals(ratio, 2)}x`,
    met: ratio <= LIMIT,
  }),
);
console.log("\ntargets");
printTargets(targets);
const figures = results.map(({ count, ours, theirs, ratio }) => ({
  count,
  editor: { p50: median(ours), p95: percentile(ours, 0.95) },
  plain: { p50: median(theirs), p95: percentile(theirs, 0.95) },
  ratio,
}));
keepResults("editor", { rounds, figures, targets });
await browser.close();
process.exit(0);

async function newPage(from: Browser): Promise<Page> {
  return (await from.newContext({ viewport, deviceScaleFactor: 1 })).newPage();
}

type Measured = { count: number; ours: number[]; theirs: number[]; ratio: number };

/** Medians of frames, and the median of the rounds' ratios: what slows the machine for a while slows both of a round. */
async function measure(count: number): Promise<Measured> {
  const found: Measured = { count, ours: [], theirs: [], ratio: Number.NaN };
  const ratios = [];
  for (let round = 0; round < rounds; round += 1) {
    await plain.bringToFront();
    const theirs = await plainFrames(plain, count);
    await editor.bringToFront();
    const ours = await dragInEditor(count);
    found.theirs.push(...theirs);
    found.ours.push(...ours);
    ratios.push(median(ours) / median(theirs));
  }
  return { ...found, ratio: median(ratios) };
}

async function dragInEditor(count: number): Promise<number[]> {
  const from = await editor.evaluate(
    ([dragged, all]) => {
      const { store } = window.__nameplate ?? {};
      const { document: shown, view } = store?.getState() ?? {};
      const ids = Array.from({ length: dragged }, (_, at) => `layer${Math.floor((at * all) / dragged)}`);
      store?.select(ids);
      const first = shown?.layers.find(({ id }) => id === ids[0]);
      const box = document.querySelector("[data-testid=stage]")?.getBoundingClientRect();
      if (!first || !view || !box) throw new Error("the editor is not there");
      return {
        x: box.x + view.x + (first.x + first.width / 2) * view.zoom,
        y: box.y + view.y + (first.y + first.height / 2) * view.zoom,
      };
    },
    [count, LAYERS] as const,
  );
  await editor.mouse.move(from.x, from.y);
  await editor.mouse.down();
  await editor.mouse.move(from.x + 10, from.y, { steps: 3 });
  const paints = await editor.evaluate(() => window.__nameplate?.paints());
  const times = await editorFrames(editor, from);
  if (paints !== (await editor.evaluate(() => window.__nameplate?.paints()))) {
    throw new Error("a drag called the painter");
  }
  // Given up: the next round begins where this one did.
  await editor.keyboard.press("Escape");
  await editor.mouse.up();
  await editor.waitForTimeout(500);
  return times;
}

/** Where the editor has its stage and its layers, px of the screen: the plain stage has its images there, too. */
async function placesOnScreen(page: Page): Promise<{ stage: PlainImage; boxes: PlainImage[] }> {
  return page.evaluate(() => {
    const { store } = window.__nameplate ?? {};
    const box = document.querySelector("[data-testid=stage]")?.getBoundingClientRect();
    if (!store || !box) throw new Error("the editor is not there");
    const { document: shown, view } = store.getState();
    return {
      stage: { x: box.x, y: box.y, width: box.width, height: box.height },
      boxes: shown.layers.map(({ x, y, width, height }) => ({
        x: view.x + x * view.zoom,
        y: view.y + y * view.zoom,
        width: width * view.zoom,
        height: height * view.zoom,
      })),
    };
  });
}
