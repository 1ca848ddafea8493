import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { Painter } from "@/lib/paint/painter";
import { imageLayer } from "@/lib/paint/testing/layers";
import { loadFontFile, nodePainter } from "@/lib/paint/testing/node-painter";
import { resolveDocument } from "@/lib/template/resolve-document";
import { courseCertificate } from "@/lib/template/starters/course-certificate";
import { encodePdf } from "./encode-pdf";
import { mergePdfs } from "./merge-pdfs";
import { fontsOfPdf } from "./testing/fonts-of-pdf";
import { rasterPdf, textsOfPdf } from "./testing/raster-pdf";

let painter: Painter;
let picture: { href: string; width: number; height: number };
beforeAll(async () => {
  painter = await nodePainter();
  const noise = Buffer.from(Array.from({ length: 120 * 90 * 3 }, (_, index) => (index * 7919) % 251));
  const png = await sharp(noise, { raw: { width: 120, height: 90, channels: 3 } })
    .png()
    .toBuffer();
  picture = { href: `data:image/png;base64,${png.toString("base64")}`, width: 120, height: 90 };
});

const NAMES = ["Ana Kowalska", "Łucja Šimić", "Seán O'Neil", "1 0 R endobj", "Ana Kowalska"];

async function pageOf(name: string): Promise<Buffer> {
  const values = { ...courseCertificate.samples[0]?.values, first_name: name, name };
  const { document } = resolveDocument(courseCertificate, values, { now: 0 });
  const photo = { ...imageLayer({ width: 120, height: 90 }), id: "photo" };
  const painted = await painter.paintPage(
    { ...document, layers: [...document.layers, photo] },
    () => picture,
  );
  return encodePdf(painted, { title: name, language: "pl", fontFile: loadFontFile });
}

/** In pixels. */
const LOOKED_AT = { width: 842, height: 595 };

async function* pagesOf(names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) yield pageOf(name);
}

async function merged(names: readonly string[], title = "Wiosna (1) \\ Łódź"): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of mergePdfs(pagesOf(names), { title })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const count = (pdf: Buffer, pattern: RegExp) => pdf.toString("latin1").match(pattern)?.length ?? 0;

test("every page says and shows what it did in its own file, in the same order", async () => {
  const pdf = await merged(NAMES);
  const own = await Promise.all(NAMES.map(pageOf));
  expect(await textsOfPdf(pdf)).toEqual((await Promise.all(own.map(textsOfPdf))).flat());
  for (const [index, file] of own.entries()) {
    const [there, before] = [await rasterPdf(pdf, LOOKED_AT, index), await rasterPdf(file, LOOKED_AT, 0)];
    expect([there.width, there.height, there.pages]).toEqual([before.width, before.height, NAMES.length]);
    expect(Buffer.from(there.data).equals(Buffer.from(before.data))).toBe(true);
  }
});

test("what pages share is in the file once, and every font it names is in it", async () => {
  const pdf = await merged(NAMES);
  const one = await pageOf(NAMES[0] ?? "");
  expect(count(pdf, /\/Subtype \/Image/g)).toBe(1);
  const { names, embedded } = fontsOfPdf(pdf);
  expect(embedded.sort()).toEqual(names.sort());
  // Texts that are the same on every page have the same subset; only those of the name have their own.
  const own = fontsOfPdf(one).names.length;
  expect(names.length).toBeLessThan(own + NAMES.length * 2);
  expect(pdf.length).toBeLessThan(one.length * 2.5);
  // A page that is there twice weighs nothing but itself.
  const twice = await merged(["Ana Kowalska", "Ana Kowalska"]);
  expect(twice.length - (await merged(["Ana Kowalska"])).length).toBeLessThan(1_000);
});

test("it says its title and language, and the same pages give the same bytes", async () => {
  const [pdf, again] = [await merged(NAMES), await merged(NAMES)];
  expect(pdf.equals(again)).toBe(true);
  const text = pdf.toString("latin1");
  expect(text).toContain("/Lang (pl)");
  const title = /\/Title <FEFF([0-9A-F]+)>/.exec(text)?.[1] ?? "";
  expect(Buffer.from(title, "hex").swap16().toString("utf16le")).toBe("Wiosna (1) \\ Łódź");
  const idOf = (file: Buffer) => /\/ID \[<(\w{32})> <\w{32}>\]/.exec(file.toString("latin1"))?.[1];
  expect(idOf(await merged(NAMES.slice(1)))).not.toBe(idOf(pdf));
});

test("a file is asked for when the bytes of those before it were taken", async () => {
  let asked = 0;
  async function* pages(): AsyncGenerator<Buffer> {
    for (const name of NAMES) {
      asked += 1;
      yield pageOf(name);
    }
  }
  const seen: number[] = [];
  for await (const _ of mergePdfs(pages(), { title: "" })) seen.push(asked);
  expect(seen).toEqual([1, 2, 3, 4, 5, 5]);
});

test("other bytes, half a file and no file are refused", async () => {
  const page = await pageOf("Ana");
  const wrong = [Buffer.from("%PDF-1.4 not ours"), page.subarray(0, page.length / 2), Buffer.alloc(0)];
  for (const bytes of wrong) {
    async function* one() {
      yield bytes;
    }
    await expect(mergePdfs(one(), { title: "" }).next()).rejects.toThrow("Expected a PDF");
  }
  async function* none(): AsyncGenerator<Buffer> {}
  await expect(mergePdfs(none(), { title: "" }).next()).rejects.toThrow("at least one page");
});
