import { z } from "zod";
import type { BrandTransport, KitReply } from "@/lib/editor/brand/brand-store";
import { type BrandKit, brandKit } from "@/lib/template/brand";
import { callApi, errorFrom, unreachable } from "./call-api";

const storedKit = z.object({ kit: brandKit, revision: z.number() });
const saved = z.object({ revision: z.number() });

/** The way of a workspace's brand kit to and from the server. Rejects with an ApiError. */
export function brandTransport(workspaceSlug: string): BrandTransport {
  const path = `/api/w/${encodeURIComponent(workspaceSlug)}/brand`;
  return {
    load: () => callApi({ method: "GET", path, answer: storedKit }),
    save: (kit, baseRevision) => save(path, kit, baseRevision),
  };
}

async function save(path: string, kit: BrandKit, baseRevision: number): Promise<KitReply> {
  const response = await fetch(path, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kit, baseRevision }),
  }).catch(() => {
    throw unreachable();
  });
  const body: unknown = await response.json().catch(() => null);
  const meanwhile = response.status === 409 ? storedKit.safeParse(body) : null;
  if (meanwhile?.success) return { kind: "conflict", ...meanwhile.data };
  const parsed = response.ok ? saved.safeParse(body) : null;
  if (parsed?.success) return { kind: "saved", revision: parsed.data.revision };
  throw errorFrom(response.status, body);
}
