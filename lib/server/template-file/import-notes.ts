import type { Scope } from "@/lib/accounts/scope";
import { isAllowedHost } from "@/lib/render/remote/host-rule";
import type { Repair } from "@/lib/template/repair";
import type { Document } from "@/lib/template/schema";
import { imageHostsOf } from "@/lib/template/template-file";
import { loadImageHosts } from "../image-hosts";
import { shownName } from "./file-error";

/** Repairs that are told one by one; nobody reads more. */
const MOST_REPAIRS = 8;
const MOST_HOSTS = 5;

/** What was mended in the design, the first of it in words. */
export function repairNotes(repairs: readonly Repair[]): string[] {
  const told = repairs.slice(0, MOST_REPAIRS).map(({ message }) => `Mended in the design: ${message}`);
  const more = repairs.length - told.length;
  return more > 0 ? [...told, `${more} more ${more === 1 ? "place was" : "places were"} mended.`] : told;
}

/** Pictures whose places are empty now. */
export function pictureNotes(missing: number, refusals: readonly string[]): string[] {
  const left = missing === 1 ? "One picture is" : `${missing} pictures are`;
  return [
    ...(missing > 0 ? [`${left} not in the file. Where it showed, choose a picture of this workspace.`] : []),
    ...[...new Set(refusals)].map((sentence) => `A picture in the file was left out: ${sentence}`),
  ];
}

/** Hosts that the template fetches pictures from, and whether this workspace lets it. */
export async function hostNotes(scope: Scope, document: Document): Promise<string[]> {
  const hosts = imageHostsOf(document);
  if (hosts.length === 0) return [];
  const { hosts: allowed } = await loadImageHosts(scope);
  const refused = hosts.filter((host) => !isAllowedHost(host, allowed));
  return [
    `With its sample values it shows pictures from ${list(hosts)}.`,
    ...(refused.length > 0
      ? [`This workspace allows no pictures from ${list(refused)}: see Settings, Picture hosts.`]
      : []),
  ];
}

function list(hosts: readonly string[]): string {
  const shown = hosts.slice(0, MOST_HOSTS).map(shownName);
  const more = hosts.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
