import { GifReader } from "omggif";

/** What a GIF shows at each of its frames, RGBA, read in plain code by omggif; and for how long, hundredths of a second. */
export function decodeGif(bytes: Uint8Array) {
  const reader = new GifReader(Buffer.from(bytes));
  const { width, height } = reader;
  const shown = Buffer.alloc(width * height * 4);
  const frames = Array.from({ length: reader.numFrames() }, (_, index) => {
    const { delay, disposal, x, y, width: across, height: down } = reader.frameInfo(index);
    // Laid over what is there, as every frame keeps what was before.
    reader.decodeAndBlitFrameRGBA(index, shown);
    return { delay, disposal, x, y, width: across, height: down, pixels: Buffer.from(shown) };
  });
  return { width, height, loops: reader.loopCount(), frames };
}
