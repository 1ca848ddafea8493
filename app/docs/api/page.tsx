import type { Metadata } from "next";
import { ApiDocs } from "@/components/docs/api-docs";
import { allowed } from "@/lib/accounts/permissions";
import { openScope, type Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { CLIENT_FILES } from "@/lib/server/api/client/client-file";
import { apiReference } from "@/lib/server/api/docs/api-reference";
import { readerWorld } from "@/lib/server/api/docs/reader-world";
import { DOCUMENTED_WORLD } from "@/lib/server/api/example-world";
import { REPLY_KEPT_MS } from "@/lib/server/api/idempotency";
import { REQUESTS_A_MINUTE } from "@/lib/server/api/rate-limit";
import { env } from "@/lib/server/env";
import { currentIdentity } from "../../access";

export const metadata: Metadata = { title: "REST API" };

type Props = { searchParams: Promise<{ workspace?: string | string[] }> };

export default async function ApiDocsPage({ searchParams }: Props) {
  const scope = await readersScope((await searchParams).workspace);
  const world = scope ? await readerWorld(scope) : DOCUMENTED_WORLD;
  return (
    <ApiDocs
      reference={apiReference(world, env().PUBLIC_URL)}
      requestsAMinute={REQUESTS_A_MINUTE}
      clientFiles={CLIENT_FILES}
      repliesKeptHours={REPLY_KEPT_MS / 3_600_000}
      workspace={
        scope && {
          slug: scope.workspaceSlug,
          name: scope.workspaceName,
          seesKeys: allowed(scope.role, "key.read"),
        }
      }
    />
  );
}

/** The workspace the reader came from, if it is theirs. The page is everybody's: nobody is sent to sign in for it. */
async function readersScope(workspace: string | string[] | undefined): Promise<Scope | null> {
  if (typeof workspace !== "string") return null;
  const identity = await currentIdentity();
  if (!identity) return null;
  try {
    return await openScope(identity, workspace, "template.read");
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
