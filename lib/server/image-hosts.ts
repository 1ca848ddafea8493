import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { HOST_COUNT, parseHostPattern } from "@/lib/render/remote/host-rule";
import { announceLinks } from "./announce-links";
import { db, transaction } from "./db";

export const imageHostsInput = z.strictObject({
  /** Such as `images.example.com` or `*.example.com`; none: any public host. */
  hosts: z.array(z.string().min(1).max(300)).max(HOST_COUNT, `Name at most ${HOST_COUNT} hosts.`),
});

/** The hosts that pictures in links may come from; none: any public host. */
export async function loadImageHosts({
  workspaceId,
}: Pick<Scope, "workspaceId">): Promise<{ hosts: string[] }> {
  const { allowedImageHosts } = await db().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { allowedImageHosts: true },
  });
  return { hosts: allowedImageHosts };
}

/** Replaces the hosts that pictures may come from. Links know within seconds, on every process. */
export async function changeImageHosts(scope: Scope, input: readonly string[]): Promise<{ hosts: string[] }> {
  const { workspaceId } = scope;
  const hosts = readHosts(input, "/hosts");
  await transaction(async (tx) => {
    await tx.workspace.update({ where: { id: workspaceId }, data: { allowedImageHosts: hosts } });
    const object = { kind: "workspace", id: workspaceId, name: scope.workspaceName };
    await recordEvent(tx, scope, "image-hosts.edit", object, { hosts });
    const links = await tx.link.findMany({ where: { workspaceId, deletedAt: null }, select: { key: true } });
    await announceLinks(
      tx,
      links.map(({ key }) => key),
    );
  });
  return { hosts };
}

/** Hosts as they are kept, each once, sorted. @throws AppError `invalid`, at the one below `path` that is none */
export function readHosts(input: readonly string[], path: string): string[] {
  return [...new Set(input.map((host, index) => readHost(host, `${path}/${index}`)))].sort();
}

function readHost(host: string, path: string): string {
  try {
    return parseHostPattern(host);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError("invalid", error.message, { path, cause: error });
  }
}
