import { rasterInNode } from "./raster";

/** Area in a picture of a colour, `#rrggbb`, in px; edges count by how much of that colour they have over nothing. */
export async function paintedArea(svg: string, color: string): Promise<number> {
  const { data } = await rasterInNode(svg);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  let area = 0;
  for (let pixel = 0; pixel < data.length; pixel += 4) {
    const off = Math.max(
      Math.abs((data[pixel] ?? 0) - red),
      Math.abs((data[pixel + 1] ?? 0) - green),
      Math.abs((data[pixel + 2] ?? 0) - blue),
    );
    if (off < 8) area += (data[pixel + 3] ?? 0) / 255;
  }
  return area;
}
