import { join } from "node:path";
import { env } from "@/lib/server/env";
import {
  beginFirstOpen,
  countFirstOpens,
  noteOpenedAgain,
  readFirstOpen,
  trimFirstOpens,
} from "@/lib/server/first-open-reads";
import { log } from "@/lib/server/log";
import { countRender } from "@/lib/server/picture-reads";
import { processWide } from "@/lib/server/process-registry";
import { lookUp } from "@/lib/sources/look-up/look-up";
import { usageCounts } from "@/lib/usage/usage-counts";
import { renderEngine } from "./engine/process-engine";
import { createFirstOpens } from "./first-opens";
import { createImageHandler, type ImageHandler } from "./image-handler";
import { createLinkCache, type LinkCache } from "./link-cache";
import { createNeutralPictures } from "./neutral-picture";
import { pictureLoaders } from "./picture-loaders";
import { createPictureMaker, type PictureMaker } from "./picture-maker";
import { createPictureStore } from "./picture-store";
import { pictureReads } from "./process-reads";
import { workspaceFontFamilies } from "./user-fonts";

/** What the links of this process show. */
export function linkCache(): LinkCache {
  return processWide("links", () => createLinkCache(pictureReads().links));
}

/** What makes pictures in this process, for links and for programs alike: what one asked for is there for the other. */
export function pictureMaker(): PictureMaker {
  return processWide("picture-maker", createMaker);
}

/** The picture handler of this process: one for the custom server and the framework's route alike. */
export function imageHandler(): ImageHandler {
  return processWide("image-handler", createHandler);
}

function createMaker(): PictureMaker {
  const { DATA_DIR, PICTURE_CACHE_MB } = env();
  const store = createPictureStore({
    folder: join(DATA_DIR, "pictures"),
    maxBytes: PICTURE_CACHE_MB * 1_000_000,
    onError: (error) =>
      log().warn({ err: error }, "finished pictures could not be kept on disk, or not be removed"),
  });
  return createPictureMaker({
    engine: renderEngine(),
    loaders: pictureLoaders(),
    families: workspaceFontFamilies,
    store: PICTURE_CACHE_MB === 0 ? null : store,
    countRender,
    firstOpens: createFirstOpens({
      read: readFirstOpen,
      begin: beginFirstOpen,
      count: countFirstOpens,
      trim: trimFirstOpens,
      again: noteOpenedAgain,
    }),
    secret: env().NEXTAUTH_SECRET,
    now: Date.now,
    painted: usageCounts().rendered,
  });
}

function createHandler(): ImageHandler {
  const maker = pictureMaker();
  const neutral = createNeutralPictures(renderEngine());
  void neutral.prepare();
  return createImageHandler({
    links: linkCache(),
    maker,
    neutral,
    lookUp,
    served: usageCounts().served,
    log: (event) => {
      const { error, ...rest } = event;
      if (error === undefined) log().debug(rest, "picture");
      else log().error({ ...rest, err: error }, "picture failed");
    },
  });
}
