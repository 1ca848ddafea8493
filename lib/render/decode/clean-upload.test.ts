import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { bundleChildren } from "../testing/bundle-child";
import { listen, stop } from "../testing/canary-rig";
import { type HostileSvg, hostileSvgs } from "../testing/hostile-svgs";
import { noise } from "../testing/malformed-images";
import { childEntry } from "./child-entry";
import type { CleanImage } from "./clean-image";
import { cleanSvg } from "./clean-svg";
import { cleanUpload } from "./clean-upload";
import { createDecodePool, type DecodePool } from "./decode-pool";
import { SVG_LIMITS } from "./svg-limits";
import { createSvgPool, type SvgPool } from "./svg-pool";

let child: Awaited<ReturnType<typeof bundleChildren>>;
let folder: string;
let rasters: DecodePool;
let svgs: SvgPool;
let hits = 0;
let hostile: HostileSvg[];

const canary = createServer(async (_request, response) => {
  hits += 1;
  response.end(await magenta());
});
const magenta = () =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: "#ff00ff" } })
    .png()
    .toBuffer();

beforeAll(async () => {
  child = await bundleChildren("decode-child", "svg-child");
  rasters = createDecodePool({ entry: childEntry("decode-child", child.folder), size: 1 });
  svgs = createSvgPool(childEntry("svg-child", child.folder));
  folder = await mkdtemp(join(tmpdir(), "hostile-svg-"));
  const file = join(folder, "bait.png");
  await sharp(await magenta()).toFile(file);
  const port = await listen(canary);
  hostile = hostileSvgs({
    url: `http://127.0.0.1:${port}/bait.png`,
    file,
    sibling: `../${basename(folder)}/bait.png`,
  });
});

afterAll(async () => {
  rasters.close();
  svgs.close();
  await Promise.all([stop(canary), child.remove(), rm(folder, { recursive: true, force: true })]);
});

const clean = (bytes: Uint8Array | string, maxSide = 4096): Promise<CleanImage> =>
  cleanUpload(Buffer.from(bytes), { maxSide, rasters, svgs });

const sentenceFor = (bytes: Uint8Array | string): Promise<string> =>
  clean(bytes).then(
    () => "picture",
    (error: AppError) => `${error.code}: ${error.message}`,
  );

async function pixelAt({ bytes, width }: CleanImage, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return Array.from(data.subarray((y * width + x) * info.channels, (y * width + x + 1) * info.channels));
}

describe("hostile SVGs", () => {
  it("are thirteen, and none reaches the network, a file, or past its time", async () => {
    expect(hostile).toHaveLength(13);
    for (const { id, what, bytes, expected } of hostile) {
      const outcome = await clean(bytes).catch((error: AppError) => error);
      const found = outcome instanceof AppError ? outcome.code : "picture";
      expect(found, `${id} ${what}: ${outcome instanceof AppError ? outcome.message : ""}`).toBe(expected);
      if (outcome instanceof AppError) continue;
      const { dominant } = await sharp(outcome.bytes).stats();
      expect(dominant, `${id} ${what}`).toMatchObject({ r: 8, g: 248, b: 8 });
      expect(Math.max(outcome.width, outcome.height), id).toBeLessThanOrEqual(4096);
    }
    expect(hits).toBe(0);
  });

  it("keep no trace of where they would reach", () => {
    for (const { id, bytes, expected } of hostile) {
      const cleaned = cleanSvg(bytes.toString(), 4096);
      if (expected === "picture") expect(cleaned.kind, id).toBe("clean");
      const text = cleaned.kind === "clean" ? cleaned.svg : "";
      expect(text, id).not.toMatch(
        /bait|http:\/\/127|file:|script|\son[a-z]+=|@|foreign|feTurbulence|feImage|<set|<a /,
      );
    }
  });

  it("that hang are killed with their child, and the next one is drawn", async () => {
    const hasty = createSvgPool(childEntry("svg-child", child.folder), 1);
    const bytes = hostile.find(({ id }) => id === "S11")?.bytes ?? Buffer.alloc(0);
    await expect(cleanUpload(bytes, { maxSide: 4096, rasters, svgs: hasty })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("too long"),
    });
    expect(
      await clean("<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>"),
    ).toMatchObject({
      contentType: "image/png",
    });
  });
});

describe("an SVG", () => {
  const logo = (attributes: string, content = '<circle cx="5" cy="5" r="5" fill="#c81e5a"/>') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;

  it("becomes a PNG of twice its size with its transparency", async () => {
    const drawn = await clean(logo('width="10" height="10"'));
    expect(drawn).toMatchObject({ contentType: "image/png", width: 20, height: 20 });
    expect(await pixelAt(drawn, 10, 10)).toEqual([200, 30, 90, 255]);
    expect((await pixelAt(drawn, 0, 0))[3]).toBe(0);
  });

  it("keeps to the longest side", async () => {
    expect(await clean(logo('viewBox="0 0 10 5" width="4000"'), 4096)).toMatchObject({
      width: 4096,
      height: 2048,
    });
    expect(await clean(logo('width="3000" height="3000"'), 1000)).toMatchObject({
      width: 1000,
      height: 1000,
    });
  });

  it("keeps its style sheet, its gradients, its uses and the pictures inside it", async () => {
    const data = (await magenta()).toString("base64");
    const content = `
      <style>.a { fill: url(#g) } <![CDATA[ .b { fill: #0000ff } ]]></style>
      <linearGradient id="g"><stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#ff0000"/></linearGradient>
      <rect class="a" width="10" height="10"/>
      <rect id="b" class="b" width="10" height="10" x="10"/>
      <use href="#b" x="10"/>
      <image href="data:image/png;base64,${data}" x="30" width="10" height="10"/>
      <a href="https://example.com/"><rect x="40" width="10" height="10" fill="#00ffff"/></a>`;
    const drawn = await clean(logo('viewBox="0 0 50 10"', content));
    const colours = [];
    for (const x of [10, 30, 50, 70, 90]) colours.push((await pixelAt(drawn, x, 10)).slice(0, 3));
    expect(colours).toEqual([
      [255, 0, 0],
      [0, 0, 255],
      [0, 0, 255],
      [255, 0, 255],
      [0, 255, 255],
    ]);
  });

  it("is refused with a sentence that says what to do", async () => {
    const nested = (depth: number) =>
      `${"<g>".repeat(depth)}<rect width="1" height="1"/>${"</g>".repeat(depth)}`;
    expect(await sentenceFor(logo("", nested(62)))).toBe("picture");
    expect(await sentenceFor(logo("", nested(63)))).toMatch(
      /^invalid: This SVG is too complex: it may hold 20,000/,
    );
    expect(await sentenceFor(logo("", "<g/>".repeat(20_000)))).toMatch(/^invalid: This SVG is too complex/);
    expect(await sentenceFor(logo("", `<!--${"x".repeat(SVG_LIMITS.bytes)}-->`))).toMatch(
      /^too_large: This SVG is 513 kB; the limit is 512 kB\./,
    );
    const named = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">`;
    expect(await sentenceFor(`${named}${logo("")}`)).toBe("picture");
    expect(await sentenceFor(`<!DOCTYPE svg [<!ENTITY a "b">]>${logo("")}`)).toMatch(
      /^invalid: This SVG declares entities/,
    );
    expect(
      await sentenceFor(logo("", '<image href="https://example.com/a.png" width="9" height="9"/>')),
    ).toMatch(/^invalid: Nothing can be seen in this SVG\./);
    for (const broken of [
      logo("").slice(0, -3),
      logo("", "<rect>&nbsp;</rect>"),
      logo("", "<g></b>"),
      "<svg",
    ]) {
      expect(await sentenceFor(broken), broken).toMatch(/^invalid: This SVG is broken/);
    }
    expect(await sentenceFor(Buffer.from(logo('title="Łódź"'), "latin1"))).toMatch(
      /^invalid: This SVG is broken/,
    );
  });

  it("is no way round the limits on raster pictures", async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
      .png({ palette: true, compressionLevel: 9 })
      .toBuffer();
    const image = `<image href="data:image/png;base64,${bomb.toString("base64")}" width="9" height="9"/>`;
    expect(await sentenceFor(logo('viewBox="0 0 9 9"', image))).toMatch(/^invalid: This SVG is too complex/);
  });
});

it("any other file is read as before", async () => {
  expect(await clean(await noise(40, 30).jpeg().toBuffer())).toMatchObject({ width: 40, height: 30 });
});
