"use client";

import { Copy, ExternalLink } from "lucide-react";
import { toast } from "sonner";
import type { CertificateItem } from "../api/certificates";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";

const DAYS = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

export type CertificateRowProps = {
  certificate: CertificateItem;
  /** Left out for whoever may only look. */
  onRevoke?: (() => void) | undefined;
  onRestore?: (() => void) | undefined;
};

/** A certificate in a list: its number, whom it names and whether it counts. */
export function CertificateRow({ certificate, onRevoke, onRestore }: CertificateRowProps) {
  const { number, issuedAt, revokedAt, revokedReason, url, shown } = certificate;
  const act = revokedAt === null ? onRevoke : onRestore;
  const said = [shown?.values[0]?.value, shown?.title].filter(Boolean).join(" · ");
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast("The address is copied");
    } catch {
      toast.error("The browser does not let the page copy. Open the page and copy its address.");
    }
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <span className="wrap-anywhere font-medium font-mono text-sm">{number}</span>
          {revokedAt === null ? <Badge tone="success">Valid</Badge> : <Badge tone="danger">Revoked</Badge>}
        </p>
        <p className="wrap-anywhere text-faint text-xs">
          <bdi>{said}</bdi>
          {said === "" ? "" : " · "}issued{" "}
          <time dateTime={issuedAt.toISOString()}>{DAYS.format(issuedAt)}</time>
        </p>
        {revokedAt === null ? null : (
          <p className="wrap-anywhere text-muted text-xs">
            Revoked <TimeAgo date={revokedAt} />
            {revokedReason ? (
              <>
                : <bdi>{revokedReason}</bdi>
              </>
            ) : null}
          </p>
        )}
      </div>
      <div className="flex items-center gap-1">
        <IconButton label={`Copy the address of ${number}`} onClick={() => void copy()}>
          <Copy aria-hidden className="size-4" />
        </IconButton>
        <Button asChild variant="ghost" size="small">
          <a href={url} target="_blank" rel="noreferrer" aria-label={`Check ${number}`}>
            <ExternalLink aria-hidden className="size-3.5" />
            Check
          </a>
        </Button>
        {act ? (
          <Button
            size="small"
            className="min-w-18"
            aria-label={`${revokedAt === null ? "Revoke" : "Restore"} ${number}`}
            onClick={act}
          >
            {revokedAt === null ? "Revoke" : "Restore"}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
