import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes } from "zxing-wasm/reader";
import type { Symbology } from "@/lib/template/barcode-text";
import type { Raster } from "./raster";

const FORMATS: Record<Symbology | "qr", ReadInputBarcodeFormat> = {
  qr: "QRCode",
  code128: "Code128",
  ean13: "EAN13",
  upca: "UPCA",
  datamatrix: "DataMatrix",
  pdf417: "PDF417",
};

/** Loads the reader, which has nothing in common with what draws the codes. Left alone it would fetch it. */
export async function loadBarcodeReader(): Promise<void> {
  const file = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  const wasmBinary = new Uint8Array(file).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** What a reader finds in a picture; null when it finds no code of this kind. */
export async function readBarcode(
  { data, width, height }: Raster,
  kind: Symbology | "qr",
): Promise<string | null> {
  const picture = { data: new Uint8ClampedArray(data), width, height, colorSpace: "srgb" as const };
  const [found] = await readBarcodes(picture, { formats: [FORMATS[kind]], textMode: "Plain" });
  return found?.isValid ? found.text : null;
}
