/**
 * The painter's SVG as an image that a canvas can draw, at any scale as sharp as the first. Rejects when the
 * browser cannot decode it.
 */
export async function svgImage(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
