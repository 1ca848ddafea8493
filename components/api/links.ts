import { z } from "zod";
import { callApi, nothing } from "./call-api";

export const LINK_POLICIES = ["open", "signed_remote", "signed"] as const;
export type LinkPolicy = (typeof LINK_POLICIES)[number];

/** A link as lists show it. */
export const linkItem = z.object({
  id: z.string(),
  key: z.string(),
  templateId: z.string(),
  /** What people call it; may be empty. */
  name: z.string(),
  pausedAt: z.coerce.date().nullable(),
  expiresAt: z.coerce.date().nullable(),
  maxRenders: z.number().nullable(),
  renders: z.number(),
  policy: z.enum(LINK_POLICIES),
  allowedImageHosts: z.array(z.string()),
  createdAt: z.coerce.date(),
  template: z.object({ name: z.string(), projectId: z.string() }),
});
export type LinkItem = z.infer<typeof linkItem>;

export const linkPage = z.object({ links: z.array(linkItem), nextCursor: z.string().nullable() });
export type LinkPage = z.infer<typeof linkPage>;

const linkDetails = z.object({
  link: linkItem,
  /** Fields that its picture shows, as it was published. */
  fields: z.array(z.object({ key: z.string(), label: z.string(), type: z.string() })),
  showsPictures: z.boolean(),
  workspaceListsHosts: z.boolean(),
});
export type LinkDetails = z.infer<typeof linkDetails>;

/** Settings to change; what is left out stays. */
export type LinkChange = {
  name?: string;
  paused?: boolean;
  /** ISO 8601. */
  expiresAt?: string | null;
  maxRenders?: number | null;
  policy?: LinkPolicy;
  allowedImageHosts?: readonly string[];
};

const signedUrl = z.object({ url: z.string(), expiresAt: z.coerce.date().nullable() });
export type SignedUrl = z.infer<typeof signedUrl>;

export type SignedUrlWish = {
  values: Readonly<Record<string, string>>;
  format: string;
  encrypt: boolean;
  /** Seconds; left out: for ever. */
  expiresIn?: number | undefined;
};

const pathOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}/links`;

export function loadLinks(
  workspace: string,
  { search, cursor }: { search: string; cursor?: string | null },
): Promise<LinkPage> {
  const query = new URLSearchParams({ ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) });
  return callApi({ method: "GET", path: `${pathOf(workspace)}?${query}`, answer: linkPage });
}

export function loadLinkDetails(workspace: string, id: string): Promise<LinkDetails> {
  return callApi({ method: "GET", path: `${pathOf(workspace)}/${id}`, answer: linkDetails });
}

export function createLink(workspace: string, body: { templateId: string; name: string }): Promise<LinkItem> {
  return callApi({ method: "POST", path: pathOf(workspace), body, answer: linkItem });
}

export function changeLink(workspace: string, id: string, body: LinkChange): Promise<LinkItem> {
  return callApi({ method: "PATCH", path: `${pathOf(workspace)}/${id}`, body, answer: linkItem });
}

export function deleteLink(workspace: string, id: string): Promise<undefined> {
  return callApi({ method: "DELETE", path: `${pathOf(workspace)}/${id}`, answer: nothing });
}

export function restoreLink(workspace: string, id: string): Promise<LinkItem> {
  return callApi({ method: "POST", path: `${pathOf(workspace)}/${id}/restore`, answer: linkItem });
}

export function signLinkUrl(workspace: string, id: string, body: SignedUrlWish): Promise<SignedUrl> {
  return callApi({ method: "POST", path: `${pathOf(workspace)}/${id}/url`, body, answer: signedUrl });
}
