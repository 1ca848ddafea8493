declare module "wawoff2/decompress.js" {
  /** Unpacks WOFF2. Rejects when the bytes are not that. */
  export default function decompress(bytes: Uint8Array): Promise<Uint8Array>;
}

declare module "wawoff2/compress.js" {
  /** Packs TrueType or OpenType as WOFF2. */
  export default function compress(bytes: Uint8Array): Promise<Uint8Array>;
}
