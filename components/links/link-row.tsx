"use client";

import { Check, Copy } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { linkState } from "@/lib/link/link-state";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/icon-button";
import { LinkMenu, type LinkMenuProps } from "./link-menu";
import { LINK_BADGES, linkName } from "./link-words";

/** How long the button says that it copied, ms. */
const SAID_FOR = 2000;

export type LinkRowProps = LinkMenuProps & {
  workspace: string;
  /** Where links answer, such as `https://pictures.example`. */
  origin: string;
  canEdit: boolean;
};

export function LinkRow({ workspace, origin, canEdit, ...rest }: LinkRowProps) {
  const { link } = rest;
  const badge = LINK_BADGES[linkState(link, new Date())];
  const url = `${origin}/i/${link.key}.png`;
  return (
    <li className="flex items-start gap-3 px-4 py-3" data-link={link.key}>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 truncate font-medium text-sm">{linkName(link)}</span>
          <span suppressHydrationWarning>
            <Badge tone={badge.tone}>{badge.label}</Badge>
          </span>
        </p>
        <div className="mt-0.5 flex items-center gap-1">
          <code className="min-w-0 truncate font-mono text-muted text-xs">{url}</code>
          <CopyAddress name={linkName(link)} url={url} />
        </div>
        <p className="text-faint text-xs">
          <Link
            href={`/${workspace}/templates/${link.templateId}`}
            className="rounded-sm text-muted underline underline-offset-2 hover:text-text"
          >
            {link.template.name}
          </Link>{" "}
          · made <TimeAgo date={link.createdAt} />
          {link.policy === "signed" ? " · signed addresses only" : ""}
        </p>
      </div>
      {canEdit ? <LinkMenu {...rest} /> : null}
    </li>
  );
}

function CopyAddress({ name, url }: { name: string; url: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
      toast("The address is copied");
    } catch {
      toast.error("The browser does not let the page copy. Select the address and copy it.");
    }
  }

  return (
    <IconButton label={`Copy the address of ${name}`} size="small" onClick={() => void copy()}>
      {copied ? (
        <Check aria-hidden className="size-3.5 text-success-text" />
      ) : (
        <Copy aria-hidden className="size-3.5" />
      )}
    </IconButton>
  );
}
