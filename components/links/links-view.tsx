"use client";

import { Link2, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { LinkItem, LinkPage } from "../api/links";
import { SearchField } from "../templates/search-field";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { useFreshLoad } from "../use-fresh-load";
import { LinkDataDialog } from "./link-data-dialog";
import { LinkRow } from "./link-row";
import { LinkSettingsDialog } from "./link-settings-dialog";
import { NewLinkDialog } from "./new-link-dialog";
import { SignedAddressDialog } from "./signed-address-dialog";
import { useLinks } from "./use-links";

export type LinksViewProps = {
  loadId: string;
  workspace: string;
  /** Where links answer, such as `https://pictures.example`. */
  origin: string;
  search: string;
  firstPage: LinkPage;
  canEdit: boolean;
  /** A link whose settings are asked for by the address of the page. */
  opened: LinkItem | null;
  /** A link whose data is asked for by it. */
  openedData: LinkItem | null;
};

/** The addresses of the workspace's pictures, and what each may. */
export function LinksView({
  loadId,
  workspace,
  origin,
  search,
  firstPage,
  canEdit,
  opened,
  openedData,
}: LinksViewProps) {
  useFreshLoad(loadId);
  const list = useLinks(workspace, search, firstPage);
  const [setting, setSetting] = useState<LinkItem | null>(canEdit ? opened : null);
  const [data, setData] = useState<LinkItem | null>(canEdit ? openedData : null);
  const [signing, setSigning] = useState<LinkItem | null>(null);
  const [making, setMaking] = useState(false);
  const newButton = canEdit ? (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      New link
    </Button>
  ) : null;

  function close() {
    setSetting(null);
    setData(null);
    // Going back to the page does not open them again.
    const address = new URL(window.location.href);
    const { searchParams } = address;
    if (!searchParams.has("settings") && !searchParams.has("data")) return;
    searchParams.delete("settings");
    searchParams.delete("data");
    window.history.replaceState(window.history.state, "", address);
  }

  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-5 flex min-h-8 flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-lg tracking-tight">Links</h1>
        <SearchField label="Search links" className="order-last w-full sm:order-none sm:w-56" />
        {newButton}
      </header>
      <p role="status" className="sr-only">
        {list.links.length}
        {list.hasMore ? " and more" : ""} links
      </p>
      {list.links.length > 0 ? (
        <ul aria-label="Links" className="divide-y rounded-lg bg-panel shadow-card">
          {list.links.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              workspace={workspace}
              origin={origin}
              canEdit={canEdit}
              list={list}
              onSettings={() => setSetting(link)}
              onData={() => setData(link)}
              onSign={() => setSigning(link)}
            />
          ))}
        </ul>
      ) : search ? (
        <EmptyState icon={<Link2 aria-hidden />} title="No link is like that">
          Try another word: the name of a link or of its template, or a part of its address.
        </EmptyState>
      ) : (
        <EmptyState
          icon={<Link2 aria-hidden />}
          title="No links yet"
          action={
            <Button asChild variant="secondary">
              <Link href={`/${workspace}`}>Go to the templates</Link>
            </Button>
          }
        >
          Publish a template, and its link stands here: the address that goes into your mails.
        </EmptyState>
      )}
      {list.hasMore ? (
        <Button className="mt-4" busy={list.loadingMore} onClick={() => void list.loadMore()}>
          Show more
        </Button>
      ) : null}
      <LinkSettingsDialog
        workspace={workspace}
        link={list.links.find(({ id }) => id === setting?.id) ?? setting}
        list={list}
        onClose={close}
        onData={(link) => {
          close();
          setData(link);
        }}
      />
      <LinkDataDialog workspace={workspace} origin={origin} link={data} onClose={close} />
      <SignedAddressDialog workspace={workspace} link={signing} onClose={() => setSigning(null)} />
      <NewLinkDialog
        open={making}
        workspace={workspace}
        onClose={() => setMaking(false)}
        onMade={(link) => {
          list.add(link);
          setMaking(false);
        }}
      />
    </main>
  );
}
