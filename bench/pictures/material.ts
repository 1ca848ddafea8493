import sharp from "sharp";
import { photo } from "./photo";

/** A picture file that scenes show. */
export type Picture = { bytes: Buffer; mime: "image/jpeg" | "image/png"; width: number; height: number };

/** Picture files by the name that scenes use: ids of assets, and addresses for those that change. */
export type Material = ReadonlyMap<string, Picture>;

export const PHOTO = "ast_photo00001";
export const LOGO = "ast_logo000001";

/** How many avatars there are; they take turns. */
export const AVATARS = 16;

export function avatarAddress(turn: number): string {
  return `https://pictures.example.com/avatar-${Math.abs(turn) % AVATARS}.jpg`;
}

const LOGO_SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="96" viewBox="0 0 320 96">
<rect x="4" y="8" width="80" height="80" rx="20" fill="#2f5bea"/><path d="M24 68V28l40 40V28" fill="none" stroke="#fff" stroke-width="10"/>
<rect x="108" y="30" width="200" height="14" rx="7" fill="#2f5bea"/><rect x="108" y="56" width="140" height="12" rx="6" fill="#9fb4f7"/></svg>`;

/** Makes all picture files, always the same. */
export async function makeMaterial(): Promise<Material> {
  const material = new Map<string, Picture>([
    [PHOTO, await jpeg(1200, 628, 7)],
    [
      LOGO,
      {
        bytes: await sharp(Buffer.from(LOGO_SVG)).png().toBuffer(),
        mime: "image/png",
        width: 320,
        height: 96,
      },
    ],
  ]);
  for (let turn = 0; turn < AVATARS; turn += 1)
    material.set(avatarAddress(turn), await jpeg(240, 240, 100 + turn));
  return material;
}

async function jpeg(width: number, height: number, seed: number): Promise<Picture> {
  const raw = { width, height, channels: 3 as const };
  const bytes = await sharp(photo(width, height, seed), { raw })
    .jpeg({ quality: 90 })
    .toBuffer();
  return { bytes, mime: "image/jpeg", width, height };
}

export function dataUri({ bytes, mime }: Picture): string {
  return `data:${mime};base64,${bytes.toString("base64")}`;
}
