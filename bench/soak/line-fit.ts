/** The straight line nearest to some points by least squares. */
export function fitLine(points: readonly { x: number; y: number }[]): { slope: number; mean: number } {
  const count = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count;
  const mean = points.reduce((sum, { y }) => sum + y, 0) / count;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const along = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - mean), 0);
  return { slope: along / spread, mean };
}
