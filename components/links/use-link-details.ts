"use client";

import { useEffect, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { type LinkDetails, loadLinkDetails } from "../api/links";

type Loading = { details: LinkDetails | null; failed: string | null };

/** What the dialogs of a link are about, asked for when one opens. */
export function useLinkDetails(workspace: string, id: string): Loading {
  const [state, setState] = useState<Loading>({ details: null, failed: null });
  useEffect(() => {
    let current = true;
    loadLinkDetails(workspace, id).then(
      (details) => current && setState({ details, failed: null }),
      (error: unknown) => current && setState({ details: null, failed: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [workspace, id]);
  return state;
}
