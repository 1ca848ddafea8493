import type { Page } from "@playwright/test";
import sharp from "sharp";

/** Straight RGBA, row by row. */
export type Raster = { data: Uint8Array; width: number; height: number };

/** An SVG document as the server's rasteriser draws it. */
export async function rasterInNode(svg: string): Promise<Raster> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** An SVG document as a browser draws it in an image. */
export async function rasterInBrowser(page: Page, svg: string): Promise<Raster> {
  const url = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/png");
  }, svg);
  return rasterInNodeFromPng(Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
}

/** What a browser draws for one element with these styles at the top left of an empty, transparent page. */
export async function rasterOfCss(page: Page, css: string, width: number, height: number): Promise<Raster> {
  await page.evaluate((style) => {
    const box = document.createElement("div");
    box.style.cssText = `position:absolute;left:0;top:0;${style}`;
    document.documentElement.style.background = "transparent";
    document.body.replaceChildren(box);
  }, css);
  return rasterInNodeFromPng(
    await page.screenshot({ clip: { x: 0, y: 0, width, height }, omitBackground: true, type: "png" }),
  );
}

async function rasterInNodeFromPng(png: Buffer): Promise<Raster> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Share of the pixels with a channel, seen over white and over black, that differs by more than `by`; the largest difference. */
export function compareRasters(a: Raster, b: Raster, by: number): { share: number; largest: number } {
  if (a.width !== b.width || a.height !== b.height) return { share: 1, largest: 255 };
  let off = 0;
  let largest = 0;
  for (let pixel = 0; pixel < a.data.length; pixel += 4) {
    const alphaA = (a.data[pixel + 3] ?? 0) / 255;
    const alphaB = (b.data[pixel + 3] ?? 0) / 255;
    let difference = 0;
    for (const background of [0, 255]) {
      for (let channel = pixel; channel < pixel + 3; channel += 1) {
        const seenA = (a.data[channel] ?? 0) * alphaA + background * (1 - alphaA);
        const seenB = (b.data[channel] ?? 0) * alphaB + background * (1 - alphaB);
        difference = Math.max(difference, Math.abs(seenA - seenB));
      }
    }
    largest = Math.max(largest, difference);
    if (difference > by) off += 1;
  }
  return { share: off / (a.width * a.height), largest };
}
