import { createRenderEngine, type RunTask } from "@/lib/render/engine/render-engine";
import { runHere } from "@/lib/render/engine/run-here";
import { createImageHandler } from "@/lib/render/image-handler";
import { createLinkCache } from "@/lib/render/link-cache";
import { createNeutralPictures } from "@/lib/render/neutral-picture";
import { createPictureMaker } from "@/lib/render/picture-maker";
import { ownPainter } from "../pictures/contenders";
import { documentOf } from "../pictures/document";
import { dataUri, makeMaterial } from "../pictures/material";
import type { Scene } from "../pictures/scene";
import { addressesOf } from "./addresses";

/** What came of equal requests that a picture handler in this process got at once. */
export type Identical = { requests: number; paintings: number; ok: number; tags: number };

/** Counts how often the picture is painted when so many ask for it at once and nobody has before. */
export async function countPaintings(scene: Scene, requests: number): Promise<Identical> {
  const painter = await ownPainter();
  const here = runHere(async () => painter);
  let paintings = 0;
  const run: RunTask = (task, urgency) => {
    if (task.kind === "picture") paintings += 1;
    return here(task, urgency);
  };
  const document = documentOf(scene);
  const live = { state: "live" as const, workspaceId: "w", versionId: "v", document, allowedImageHosts: [] };
  const material = await makeMaterial();
  const engine = createRenderEngine(run);
  const maker = createPictureMaker({
    engine,
    loaders: {
      asset: async (_workspace, id) => {
        const picture = material.get(id);
        return picture ? { ...picture, href: dataUri(picture), hash: id } : null;
      },
      remote: async () => null,
    },
    families: async () => [],
    store: null,
    countRender: async () => true,
    secret: "a secret for the benchmark alone",
    now: Date.now,
  });
  const links = createLinkCache({ pointer: async () => "v", link: async () => live });
  const { handle } = createImageHandler({
    links,
    maker,
    neutral: createNeutralPictures(engine),
    log: () => {},
  });
  const target = addressesOf("link", scene).of(1);
  const request = { target, method: "GET", ifNoneMatch: null, nested: false };
  const answers = await Promise.all(Array.from({ length: requests }, () => handle(request)));
  const tags = new Set(answers.map(({ headers }) => headers.ETag));
  const ok = answers.filter(({ headers }) => headers["X-Render-Status"] === "ok").length;
  return { requests, paintings, ok, tags: tags.size };
}
