"use client";

import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { MAIL_STATES, type MailingItem, type MailState } from "@/lib/batches/mailing/mailing-item";
import { sentenceOf } from "../../api/call-api";
import { loadMails, type MailPage } from "../../api/mailings";
import { createMailList, type MailList } from "./mail-list";

/** The mails of a mailing in a state, or all; null until they are known. While it sends they are renewed in place. */
export function useMails(
  { workspace, id, mailing }: { workspace: string; id: string; mailing: MailingItem },
  state: MailState | null,
) {
  const [page, setPage] = useState<MailPage | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useRef<MailList | null>(null);
  const standing = MAIL_STATES.map((each) => mailing.counts[each]).join(" ");

  // biome-ignore lint/correctness/useExhaustiveDependencies: another mailing has another list
  useEffect(() => {
    const own = createMailList((asking) => loadMails(workspace, id, { ...asking, state }), setPage);
    list.current = own;
    setPage(null);
    setBusy(false);
    return () => own.leave();
  }, [workspace, id, state, mailing.id]);

  // Rows change when their numbers do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    // What cannot be asked now is asked again with the next change.
    list.current?.refresh().catch(() => undefined);
  }, [workspace, id, state, mailing.id, standing]);

  async function more() {
    const own = list.current;
    setBusy(true);
    try {
      await own?.more();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    if (own === list.current) setBusy(false);
  }

  return { mails: page?.mails ?? null, hasMore: page !== null && page.nextCursor !== null, busy, more };
}
