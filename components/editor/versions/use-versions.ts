"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/components/api/call-api";
import { loadVersions, type VersionItem } from "@/components/api/versions";

export type VersionsList = {
  /** The newest first; null while the first page is on its way. */
  versions: readonly VersionItem[] | null;
  more: boolean;
  /** Why the last page did not come. */
  failed: string | null;
  loadMore: () => void;
  setNote: (number: number, note: string) => void;
};

/** The template's published versions, a page at a time, asked for anew whenever this is shown. */
export function useVersions(templatePath: string): VersionsList {
  const [versions, setVersions] = useState<readonly VersionItem[] | null>(null);
  const [more, setMore] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const busy = useRef(false);

  const load = useCallback(
    async (known: readonly VersionItem[]) => {
      if (busy.current) return;
      busy.current = true;
      setFailed(null);
      try {
        const page = await loadVersions(templatePath, known.at(-1)?.number ?? null);
        setVersions([...known, ...page.versions]);
        setMore(page.more);
      } catch (error) {
        setFailed(sentenceOf(error));
      } finally {
        busy.current = false;
      }
    },
    [templatePath],
  );

  useEffect(() => void load([]), [load]);

  return {
    versions,
    more,
    failed,
    loadMore: () => void load(versions ?? []),
    setNote: (number, note) =>
      setVersions((all) => all?.map((each) => (each.number === number ? { ...each, note } : each)) ?? null),
  };
}
