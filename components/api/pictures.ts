import { z } from "zod";
import { callApi } from "./call-api";
import { uploadFile } from "./upload-file";

export const pictureItem = z.object({
  id: z.string(),
  name: z.string(),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
  tags: z.array(z.string()),
  createdAt: z.coerce.date(),
});
export type PictureItem = z.infer<typeof pictureItem>;

const picturePage = z.object({ assets: z.array(pictureItem), nextCursor: z.string().nullable() });
export type PicturePage = z.infer<typeof picturePage>;

export const SORTS = [
  { value: "newest", label: "Newest first" },
  { value: "oldest", label: "Oldest first" },
  { value: "name", label: "By name" },
  { value: "largest", label: "Heaviest first" },
] as const;

export type PictureFilter = {
  search: string;
  tags: readonly string[];
  sort: (typeof SORTS)[number]["value"];
  /** The deleted ones instead of the others. */
  deleted: boolean;
};

export const EVERYTHING: PictureFilter = { search: "", tags: [], sort: "newest", deleted: false };

/** What the file dialog offers; the server decides by the bytes. */
export const PICTURE_TYPES = "image/png,image/jpeg,image/webp,image/gif,image/svg+xml";

/** Where the API has the pictures of a workspace. */
export function picturesPath(workspace: string): string {
  return `/api/w/${encodeURIComponent(workspace)}/assets`;
}

/** Where the browser finds a picture's bytes. */
export function pictureAddress(workspace: string, id: string): string {
  return `${picturesPath(workspace)}/${encodeURIComponent(id)}`;
}

export function listPictures(
  workspace: string,
  { search, tags, sort, deleted }: PictureFilter,
  cursor: string | null,
): Promise<PicturePage> {
  const query = new URLSearchParams({
    sort,
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(tags.length > 0 ? { tags: tags.join(",") } : {}),
    ...(deleted ? { deleted: "only" } : {}),
    ...(cursor === null ? {} : { cursor }),
  });
  return callApi({ method: "GET", path: `${picturesPath(workspace)}?${query}`, answer: picturePage });
}

/** Uploads a picture. `onProgress` is told the share that was sent, 0 to 1. */
export function uploadPicture(workspace: string, file: File, onProgress: (share: number) => void) {
  const path = picturesPath(workspace);
  return uploadFile({ path, file, fallbackName: "pasted-picture.png", onProgress, answer: pictureItem });
}

export function changePicture(workspace: string, id: string, body: { name?: string; tags?: string[] }) {
  return callApi({ method: "PATCH", path: pictureAddress(workspace, id), body, answer: pictureItem });
}

const changed = z.object({ changed: z.number() });

export function deletePictures(workspace: string, ids: readonly string[]) {
  const path = `${picturesPath(workspace)}/delete`;
  return callApi({ method: "POST", path, body: { ids }, answer: changed });
}

export function restorePictures(workspace: string, ids: readonly string[]) {
  const path = `${picturesPath(workspace)}/restore`;
  return callApi({ method: "POST", path, body: { ids }, answer: changed });
}

export function tagPictures(workspace: string, ids: readonly string[], tag: string, on: boolean) {
  return callApi({ method: "PATCH", path: picturesPath(workspace), body: { ids, tag, on }, answer: changed });
}

const tagList = z.object({ tags: z.array(z.object({ tag: z.string(), pictures: z.number() })) });
export type PictureTag = z.infer<typeof tagList>["tags"][number];

export async function listPictureTags(workspace: string): Promise<readonly PictureTag[]> {
  return (await callApi({ method: "GET", path: `${picturesPath(workspace)}/tags`, answer: tagList })).tags;
}

/** Renames a tag on all pictures; null takes it from them. */
export function renamePictureTag(workspace: string, from: string, to: string | null) {
  const path = `${picturesPath(workspace)}/tags`;
  return callApi({ method: "PATCH", path, body: { from, to }, answer: changed });
}

const use = z.object({
  id: z.string(),
  name: z.string(),
  draft: z.boolean(),
  versions: z.array(z.number()),
  live: z.boolean(),
});
export type PictureUse = z.infer<typeof use>;

const uses = z.object({
  uses: z.array(use),
  /** Workspace templates that new ones begin with. */
  starters: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Logos of the brand kit that are the picture. */
  logos: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PictureUses = z.infer<typeof uses>;

export function listPictureUses(workspace: string, id: string): Promise<PictureUses> {
  return callApi({ method: "GET", path: `${pictureAddress(workspace, id)}/uses`, answer: uses });
}

const replacement = z.object({
  templates: z.array(
    z.object({ id: z.string(), name: z.string(), revision: z.number(), places: z.array(z.number()) }),
  ),
  /** Names of those that were left alone. */
  left: z.array(z.string()),
});
export type Replacement = z.infer<typeof replacement>;

export function replacePictureEverywhere(workspace: string, id: string, withId: string) {
  const path = `${pictureAddress(workspace, id)}/replace`;
  return callApi({ method: "POST", path, body: { with: withId }, answer: replacement });
}

const undone = z.object({ restored: z.number(), left: z.array(z.string()) });

export function undoReplacement(workspace: string, id: string, withId: string, { templates }: Replacement) {
  const body = {
    with: withId,
    templates: templates.map(({ id: template, revision, places }) => ({ id: template, revision, places })),
  };
  return callApi({
    method: "POST",
    path: `${pictureAddress(workspace, id)}/undo-replace`,
    body,
    answer: undone,
  });
}
