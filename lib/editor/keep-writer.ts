import type { Clock } from "./clock";
import type { DraftKeep, KeptDraft } from "./draft-keep";

/** A keep that does not answer must not hold up saving to the server, ms. */
export const KEEP_WITHIN = 1000;

/**
 * Writes the newest state of a tab's work to the keep, one write at a time; states in between are skipped.
 * `read` gives the record, or null when there is nothing to keep. The promise settles when the state at the
 * time of the call is written, or after `KEEP_WITHIN`; a keep that fails is passed over.
 */
export function createKeepWriter(
  keep: DraftKeep,
  clock: Clock,
  tab: { templateId: string; tabId: string },
  read: () => KeptDraft | null,
): () => Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  let queued = false;
  async function write(): Promise<void> {
    queued = false;
    const draft = read();
    const done = draft ? keep.write(draft) : keep.remove(tab.templateId, tab.tabId);
    await done.catch(() => undefined);
  }
  return () => {
    if (!queued) {
      queued = true;
      writing = writing.then(write);
    }
    return new Promise((resolve) => {
      const giveUp = clock.after(KEEP_WITHIN, resolve);
      void writing.then(() => {
        giveUp();
        resolve();
      });
    });
  };
}
