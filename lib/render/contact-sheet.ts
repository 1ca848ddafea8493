import sharp from "sharp";

/** Pictures side by side, and px of the box that each is fitted into, of the gap around, and of the ground. */
const COLUMNS = 8;
const BOX = { width: 240, height: 160 };
const GAP = 16;
const GROUND = "#f4f4f5";

/** Pictures in rows of eight on one JPEG, each read when its turn comes; one that cannot be read leaves its place empty. */
export async function renderContactSheet(pictures: readonly (() => Promise<Uint8Array>)[]): Promise<Buffer> {
  const columns = Math.min(COLUMNS, pictures.length);
  const rows = Math.ceil(pictures.length / COLUMNS);
  const shown = [];
  for (const [at, read] of pictures.entries()) {
    const input = await fitted(read).catch(() => null);
    if (!input) continue;
    const left = GAP + (at % COLUMNS) * (BOX.width + GAP);
    const top = GAP + Math.floor(at / COLUMNS) * (BOX.height + GAP);
    shown.push({ input, left, top });
  }
  const width = GAP + columns * (BOX.width + GAP);
  const height = GAP + rows * (BOX.height + GAP);
  return sharp({ create: { width, height, channels: 3, background: GROUND } })
    .composite(shown)
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function fitted(read: () => Promise<Uint8Array>): Promise<Buffer> {
  return sharp(await read())
    .resize({ ...BOX, fit: "contain", background: GROUND })
    .flatten({ background: GROUND })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
