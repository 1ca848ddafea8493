import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-registry";
import { storage } from "@/lib/server/storage";
import { createKeep } from "./keep";
import { createKeptReads, type KeptReads } from "./kept-reads";

/** The picture path's reads of this process. */
export function pictureReads(): KeptReads {
  return processWide("picture-reads", () =>
    createKeptReads(
      createKeep(storage(), { onError: (error) => log().warn({ err: error }, "a row could not be kept") }),
    ),
  );
}
