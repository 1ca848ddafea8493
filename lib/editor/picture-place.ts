import type { Point } from "@/lib/template/geometry";
import { CONTENT_ONLY, isFree } from "./brand/free-ids";
import { hitTest } from "./hit-test";
import type { EditorState } from "./store";

/** What becomes of pictures that are put in: a layer shows the picture, they become layers, or they are not taken. */
export type PicturePlace =
  | { kind: "layer"; id: string }
  | { kind: "new" }
  | { kind: "refused"; message: string };

/**
 * Where pictures go that are dropped at a point, canvas px, or put in without one. A single one goes into an empty image
 * layer under it; in a brand-locked template, where no layers come, into any image layer whose content is free.
 */
export function picturePlace(
  state: Pick<EditorState, "document" | "rights">,
  at: Point | undefined,
  count: number,
): PicturePlace {
  const under = at && count === 1 ? hitTest(state.document, at).at(-1) : undefined;
  const image = under?.type === "image" ? under : undefined;
  const { contentOnly } = state.rights;
  const isTarget = image && (contentOnly || image.source.kind !== "asset");
  if (isTarget && isFree(state, image.id, "content")) return { kind: "layer", id: image.id };
  if (!contentOnly) return { kind: "new" };
  if (isTarget) {
    return {
      kind: "refused",
      message: "The content of this layer is locked. An owner or admin can unlock it.",
    };
  }
  return { kind: "refused", message: `${CONTENT_ONLY} Drop one picture on an image to show it there.` };
}
