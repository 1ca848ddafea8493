"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { LinkPolicy } from "../api/links";
import { useLinkDetails } from "./use-link-details";

export type NoHostsNoteProps = {
  workspace: string;
  linkId: string;
  policy: LinkPolicy;
  /** Whether the link itself lists hosts. */
  listsHosts: boolean;
};

const CONSEQUENCES: Record<LinkPolicy, string> = {
  open: "so whoever has the address can show any public picture in it.",
  signed_remote: "so only signed addresses show such pictures.",
  signed: "so a signed address can show a picture of any public host.",
};

/** Says what it means that pictures come by address and no list says from where. */
export function NoHostsNote({ workspace, linkId, policy, listsHosts }: NoHostsNoteProps) {
  const { details } = useLinkDetails(workspace, linkId);
  if (!details?.showsPictures || details.workspaceListsHosts || listsHosts) return null;
  return (
    <p role="note" className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text text-xs">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        This template shows pictures by address, and neither this link nor the workspace lists hosts,{" "}
        {CONSEQUENCES[policy]} List hosts here, or{" "}
        <Link href={`/${workspace}/settings#pictures-from-the-web`} className="font-medium underline">
          for the whole workspace
        </Link>
        .
      </span>
    </p>
  );
}
