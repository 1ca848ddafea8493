/** PNG signature and an IHDR chunk of 13 bytes (PNG 3, 5.2 and 11.2.1). */
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

/** Eight bits a channel, RGBA, and the end of the chunk with an empty checksum. */
const PNG_END = [8, 6, 0, 0, 0, 0, 0, 0, 0];

/** A data URI that has the size of a picture in its header and no picture: enough to lay it out. */
export function standInImage(width: number, height: number): string {
  const header = [...PNG_START, ...bigEndian(width), ...bigEndian(height), ...PNG_END];
  return `data:image/png;base64,${btoa(String.fromCharCode(...header))}`;
}

function bigEndian(value: number): number[] {
  const whole = Math.max(1, Math.round(value));
  return [(whole >>> 24) & 255, (whole >>> 16) & 255, (whole >>> 8) & 255, whole & 255];
}
