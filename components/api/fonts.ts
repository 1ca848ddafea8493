import { z } from "zod";
import { callApi, nothing } from "./call-api";
import { uploadFile } from "./upload-file";

const font = z.object({
  id: z.string(),
  familyKey: z.string(),
  family: z.string(),
  weight: z.number(),
  italic: z.boolean(),
  glyphs: z.number(),
  characters: z.number(),
  scripts: z.array(z.string()),
  licenceNote: z.string(),
  bytes: z.number(),
});
/** An uploaded font: one weight of a family, upright or italic. */
export type Font = z.infer<typeof font>;

const uploaded = font.extend({ variable: z.boolean() });

const face = z.object({ family: z.string(), weight: z.number(), italic: z.boolean(), file: z.string() });
const family = z.object({
  family: z.string(),
  label: z.string(),
  category: z.enum(["sans", "serif", "display", "handwriting", "mono"]),
  faces: z.array(face),
});

/** `fonts` are those in use; `families` also has deleted ones, which templates that use them go on showing. */
const fontList = z.object({ fonts: z.array(font), families: z.array(family) });
export type FontList = z.infer<typeof fontList>;

/** What the file dialog offers; the server decides by the bytes. */
export const FONT_TYPES = ".ttf,.otf,.woff,.woff2,font/ttf,font/otf,font/woff,font/woff2";

const fontsPath = (workspaceSlug: string) => `/api/w/${encodeURIComponent(workspaceSlug)}/fonts`;
const fontPath = (workspaceSlug: string, id: string) =>
  `${fontsPath(workspaceSlug)}/${encodeURIComponent(id)}`;

/** Where the browser finds the bytes of an uploaded font, whose file the painter knows as `/user-fonts/{workspace}/{id}`. */
export function fontAddress(workspaceSlug: string, file: string): string {
  return `${fontPath(workspaceSlug, file.split("/").at(-1) ?? "")}/file`;
}

export function listFonts(workspaceSlug: string): Promise<FontList> {
  return callApi({ method: "GET", path: fontsPath(workspaceSlug), answer: fontList });
}

/** Uploads a font. `onProgress` is told the share that was sent, 0 to 1. */
export function uploadFont(
  workspaceSlug: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<z.infer<typeof uploaded>> {
  const path = fontsPath(workspaceSlug);
  return uploadFile({ path, file, fallbackName: "font.ttf", onProgress, answer: uploaded });
}

export function changeFont(workspaceSlug: string, id: string, body: { licenceNote: string }): Promise<Font> {
  return callApi({ method: "PATCH", path: fontPath(workspaceSlug, id), body, answer: font });
}

export async function deleteFont(workspaceSlug: string, id: string): Promise<void> {
  await callApi({ method: "DELETE", path: fontPath(workspaceSlug, id), answer: nothing });
}
