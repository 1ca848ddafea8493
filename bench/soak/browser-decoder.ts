import { chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/lib/find-browser.mjs";

/** A real Chromium that decodes pictures. */
export type BrowserDecoder = {
  /** Whether two opaque pictures have the same pixels for it. */
  areEqual: (one: Buffer, other: Buffer) => Promise<boolean>;
  close: () => Promise<void>;
};

/** Throws a sentence where there is no browser. */
export async function startBrowserDecoder(): Promise<BrowserDecoder> {
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  return {
    close: () => browser.close(),
    areEqual: (one, other) =>
      page.evaluate(
        async (files) => {
          const [first, second] = await Promise.all(
            files.map(async (base64) => {
              const image = new Image();
              image.src = `data:image/jpeg;base64,${base64}`;
              await image.decode();
              const sheet = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
              const context = sheet.getContext("2d");
              context?.drawImage(image, 0, 0);
              return context?.getImageData(0, 0, sheet.width, sheet.height).data;
            }),
          );
          if (!first || !second || first.length !== second.length) return false;
          return first.every((byte, index) => byte === second[index]);
        },
        [one.toString("base64"), other.toString("base64")],
      ),
  };
}
