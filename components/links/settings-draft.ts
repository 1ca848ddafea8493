import type { LinkChange, LinkItem, LinkPolicy } from "../api/links";
import { hostLines } from "./host-lines";
import { localMoment, momentOf } from "./local-moment";

/** Settings of a link as they stand in the fields of the dialog. */
export type SettingsDraft = {
  name: string;
  paused: boolean;
  expires: string;
  most: string;
  policy: LinkPolicy;
  hosts: string;
};

export function draftOf(link: LinkItem): SettingsDraft {
  return {
    name: link.name,
    paused: link.pausedAt !== null,
    expires: localMoment(link.expiresAt),
    most: link.maxRenders === null ? "" : String(link.maxRenders),
    policy: link.policy,
    hosts: link.allowedImageHosts.join("\n"),
  };
}

/** What the server could not read, by the pointer it would name. */
export function draftProblems({ expires, most }: SettingsDraft): Record<string, string> {
  return {
    ...(momentOf(expires) === undefined
      ? { "/expiresAt": "Give a day and a time, or clear the field." }
      : {}),
    ...(/^\d*$/.test(most.trim())
      ? {}
      : { "/maxRenders": "Give a whole number, or leave it empty for any number." }),
  };
}

/** The settings that a person has changed. */
export function draftChange(before: SettingsDraft, draft: SettingsDraft): LinkChange {
  const most = draft.most.trim();
  return {
    ...(draft.name === before.name ? {} : { name: draft.name.trim() }),
    ...(draft.paused === before.paused ? {} : { paused: draft.paused }),
    ...(draft.expires === before.expires
      ? {}
      : { expiresAt: momentOf(draft.expires)?.toISOString() ?? null }),
    ...(most === before.most ? {} : { maxRenders: most === "" ? null : Number(most) }),
    ...(draft.policy === before.policy ? {} : { policy: draft.policy }),
    ...(draft.hosts === before.hosts
      ? {}
      : { allowedImageHosts: hostLines(draft.hosts).map(({ host }) => host) }),
  };
}
