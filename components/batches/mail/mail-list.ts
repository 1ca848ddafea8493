import type { MailPage } from "../../api/mailings";

/** Rows that are brought at a time, and at most, when what is shown is asked for anew. */
export const PAGE = 25;
const MOST = 100;

export type MailList = {
  /** Asks anew for all that is shown, or for the first rows, and puts it in the place of it. */
  refresh: () => Promise<void>;
  /** Brings the rows that follow. */
  more: () => Promise<void>;
  /** Shows nothing any more: another list is wanted. */
  leave: () => void;
};

/**
 * The mails of one mailing in one state, as they are shown while rows change: what was brought stays in sight, no row
 * stands there twice, and what comes late is not put over what is newer.
 */
export function createMailList(
  load: (asking: { cursor: string | null; limit: number }) => Promise<MailPage>,
  show: (page: MailPage) => void,
): MailList {
  let page: MailPage | null = null;
  let isLeft = false;
  let begun = 0;
  let newest = 0;

  function put(next: MailPage): void {
    page = next;
    show(next);
  }

  return {
    async refresh() {
      begun += 1;
      const own = begun;
      const mails: MailPage["mails"] = [];
      let cursor: string | null = null;
      do {
        const limit = Math.min(MOST, Math.max(PAGE, page?.mails.length ?? 0));
        const next: MailPage = await load({ cursor, limit });
        if (isLeft || own < newest) return;
        mails.push(...next.mails);
        cursor = next.nextCursor;
      } while (cursor !== null && lastRow(mails) < lastRow(page?.mails ?? []));
      newest = own;
      put({ mails, nextCursor: cursor });
    },
    async more() {
      for (;;) {
        const cursor: string | null = page?.nextCursor ?? null;
        if (isLeft || !page || cursor === null) return;
        const next = await load({ cursor, limit: PAGE });
        // A list that was refreshed meanwhile may go on elsewhere.
        if (isLeft || page.nextCursor !== cursor) continue;
        put({ mails: [...page.mails, ...next.mails], nextCursor: next.nextCursor });
        return;
      }
    },
    leave() {
      isLeft = true;
    },
  };
}

function lastRow(mails: MailPage["mails"]): number {
  return mails.at(-1)?.row ?? 0;
}
