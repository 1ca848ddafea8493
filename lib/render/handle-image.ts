import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { readLink, readLinkPointer } from "@/lib/server/picture-reads";
import { processWide } from "@/lib/server/process-registry";
import { createImageHandler } from "./image-handler";
import { createLinkCache, type LinkCache } from "./link-cache";
import { painterNode } from "./painter-node";
import { pictureLoaders } from "./picture-loaders";

/** What the links of this process show. */
export function linkCache(): LinkCache {
  return processWide("links", () => createLinkCache({ pointer: readLinkPointer, link: readLink }));
}

/** The picture handler of this process: one for the custom server and the framework route alike. */
export function handleImage(request: Request): Promise<Response> {
  const handler = processWide("image-handler", () =>
    createImageHandler({
      links: linkCache(),
      loaders: pictureLoaders(),
      painter: painterNode,
      secret: env().NEXTAUTH_SECRET,
      log: (event) => {
        const { error, ...rest } = event;
        if (error === undefined) log().debug(rest, "picture");
        else log().error({ ...rest, err: error }, "picture failed");
      },
    }),
  );
  return handler(request);
}
