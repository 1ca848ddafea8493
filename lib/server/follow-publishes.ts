import { linkCache } from "@/lib/render/handle-image";
import { listenForPublishes, type PublishListener } from "./publish-listener";

/** Links that are asked for unasked; a change that concerns more is no publish. */
const MOST_AT_ONCE = 20;

/** Keeps what this process shows in step with what is published, wherever that is done. */
export function followPublishes(): PublishListener {
  const links = linkCache();
  return listenForPublishes(
    (keys) => {
      for (const key of keys) {
        links.forget(key);
        // Asked for at once, so that it is known, and kept, should the database be away later.
        if (keys.length <= MOST_AT_ONCE) links.get(key).catch(() => undefined);
      }
    },
    () => links.expireAll(),
  );
}
