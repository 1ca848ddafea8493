"use client";

import { CirclePause, Layers, Settings2 } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { type LinkItem, loadLinks } from "@/components/api/links";
import { linkSentence } from "@/components/links/link-words";
import { useEditor } from "../editor-context";

const WAY = "flex items-center gap-1.5 rounded-sm font-medium text-accent-text text-xs hover:underline";

/** The ways to the link's settings and to many pictures at once, and why it does not show what it is asked for, where it does not. */
export function LinkNote({ linkKey }: { linkKey: string }) {
  const { workspace, templateId, canEdit } = useEditor();
  const link = useLink(workspace.slug, linkKey);
  if (link === null) return null;
  const sentence = linkSentence(link, new Date());
  const href = `/${workspace.slug}/links?settings=${link.id}`;
  if (sentence === null && !canEdit) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {sentence ? (
        <p
          role="note"
          className="flex min-w-0 flex-1 basis-64 gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text text-xs"
        >
          <CirclePause aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>{sentence}</span>
        </p>
      ) : null}
      {canEdit ? (
        <>
          <Link href={href} className={WAY}>
            <Settings2 aria-hidden className="size-3.5" />
            Settings of this link
          </Link>
          <Link href={`/${workspace.slug}/batches/new?template=${templateId}`} className={WAY}>
            <Layers aria-hidden className="size-3.5" />
            Make a batch
          </Link>
        </>
      ) : null}
    </div>
  );
}

/** The link as it is now; null until it is known, and where it cannot be asked for. */
function useLink(workspace: string, key: string): LinkItem | null {
  const [link, setLink] = useState<LinkItem | null>(null);
  useEffect(() => {
    let current = true;
    loadLinks(workspace, { search: key }).then(
      ({ links }) => current && setLink(links.find((each) => each.key === key) ?? null),
      // The address works without; whoever wants the settings finds the page in the sidebar.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [workspace, key]);
  return link;
}
