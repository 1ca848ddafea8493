"use client";

import { useEffect, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { type LinkSources, loadLinkSources } from "../api/sources";

type Loading = { data: LinkSources | null; failed: string | null };

/** What a link looks values up in, asked for when one of its dialogs opens. */
export function useLinkSources(workspace: string, id: string): Loading {
  const [state, setState] = useState<Loading>({ data: null, failed: null });
  useEffect(() => {
    let current = true;
    loadLinkSources(workspace, id).then(
      (data) => current && setState({ data, failed: null }),
      (error: unknown) => current && setState({ data: null, failed: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [workspace, id]);
  return state;
}
