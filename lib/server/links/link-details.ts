import type { Scope } from "@/lib/accounts/scope";
import type { Field } from "@/lib/template/field";
import { openDocument } from "@/lib/template/open-document";
import { placeholderKeys } from "@/lib/template/placeholders";
import { referencesOf } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { walkLayers } from "@/lib/template/tree";
import { db } from "../db";
import { loadImageHosts } from "../image-hosts";
import type { LinkItem } from "./link-item";
import { loadLink } from "./list-links";

export type LinkDetails = {
  link: LinkItem;
  /** Fields that its picture shows, as it was published; none before that. */
  fields: Pick<Field, "key" | "label" | "type">[];
  /** Whether it shows pictures whose address a value gives. */
  showsPictures: boolean;
  /** Whether the workspace lists hosts that pictures may come from. */
  workspaceListsHosts: boolean;
};

/** A link with what its settings are about. */
export async function loadLinkDetails(scope: Scope, id: string): Promise<LinkDetails> {
  const link = await loadLink(scope, id);
  const [{ hosts }, version] = await Promise.all([
    loadImageHosts(scope),
    db().templateVersion.findFirst({
      where: { workspaceId: scope.workspaceId, publishedFor: { id: link.templateId } },
      select: { document: true },
    }),
  ]);
  const used = version ? usedBy(openDocument(version.document).document) : [];
  return {
    link,
    fields: used.map(({ field: { key, label, type } }) => ({ key, label, type })),
    showsPictures: used.some(({ fetched }) => fetched),
    workspaceListsHosts: hosts.length > 0,
  };
}

/** The fields in use, in their order, and whether each is the address of a picture somewhere. */
function usedBy(document: Document): { field: Field; fetched: boolean }[] {
  const keys = new Set(placeholderKeys(document.alt));
  const fetched = new Set<string>();
  for (const { layer } of walkLayers(document.layers)) {
    for (const { key, expects } of referencesOf(layer)) {
      keys.add(key);
      if (expects === "image") fetched.add(key);
    }
  }
  return document.fields
    .filter(({ key }) => keys.has(key))
    .map((field) => ({ field, fetched: fetched.has(field.key) }));
}
