import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { findBrowser } from "@/scripts/lib/find-browser.mjs";

const ROOT = join(import.meta.dirname, "../../..");

const LAUNCH = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The painter's bundle as a browser gets it, with nothing of Node in it. */
async function bundlePainter(): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [join(import.meta.dirname, "browser-entry.ts")],
    bundle: true,
    write: false,
    platform: "browser",
    format: "esm",
    target: "es2022",
    // A branch of harfbuzzjs that only Node takes.
    external: ["module"],
    alias: { "@": ROOT },
    logLevel: "silent",
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error("The painter's bundle is empty.");
  return file.contents;
}

const FILES: Record<string, string> = {
  "/harfbuzz.wasm": "node_modules/harfbuzzjs/dist/harfbuzz.wasm",
  "/satori/layout.wasm": "node_modules/satori/layout.wasm",
};

const TYPES: Record<string, string> = { js: "text/javascript", wasm: "application/wasm", ttf: "font/ttf" };

/** A page of a real Chromium whose origin serves the painter's bundle and the fonts. */
export type BrowserPage = { page: Page; loadPainter(): Promise<void>; close(): Promise<void> };

export async function openBrowserPage(): Promise<BrowserPage> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    try {
      const type = TYPES[path.split(".").at(-1) ?? ""] ?? "text/html";
      response.setHeader("content-type", `${type}; charset=utf-8`);
      if (path === "/painter.js") response.end(await bundlePainter());
      else if (path.startsWith("/fonts/")) response.end(await readFile(join(ROOT, "public", path)));
      else if (FILES[path]) response.end(await readFile(join(ROOT, FILES[path])));
      else response.end("<!doctype html><title>painter</title><body>");
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: LAUNCH });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1200 }, deviceScaleFactor: 1 });
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    page,
    async loadPainter() {
      await page.addScriptTag({ type: "module", url: "/painter.js" });
      await page.waitForFunction(() => "paintInPage" in globalThis);
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
