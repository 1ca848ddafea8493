import { IMAGE_FORMATS, type ImageFormat } from "@/lib/link/address";

const PATH = /^\/p\/([A-Za-z0-9]{16,64})\.(png|jpg|webp|avif|gif|pdf)$/;

/** What the path of a kept picture names, exactly as it is written; null for any other. */
export function parsePicturePath(target: string): { key: string; format: ImageFormat } | null {
  const [path = ""] = target.split("?", 1);
  const [, key, extension] = PATH.exec(path) ?? [];
  const format = IMAGE_FORMATS.find((known) => known === extension);
  return key === undefined || format === undefined ? null : { key, format };
}
