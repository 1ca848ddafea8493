import { db } from "../db";
import type { Person } from "./people";

/** Everything somebody's workspace holds, to see that nothing of it changed. What keys are used for is left out. */
export async function tenantContent(owner: Person): Promise<unknown> {
  const where = { workspaceId: owner.scope.workspaceId };
  const orderBy = { id: "asc" } as const;
  return {
    workspace: await db().workspace.findMany({ where: { id: owner.scope.workspaceId } }),
    members: await db().member.findMany({ where, orderBy: { userId: "asc" } }),
    invitations: await db().invitation.findMany({ where, orderBy }),
    projects: await db().project.findMany({ where, orderBy }),
    templates: await db().template.findMany({ where, orderBy }),
    versions: await db().templateVersion.findMany({ where, orderBy }),
    links: await db().link.findMany({ where, orderBy }),
    assets: await db().asset.findMany({ where, orderBy }),
    fonts: await db().font.findMany({ where, orderBy }),
    starters: await db().workspaceStarter.findMany({ where, orderBy }),
    presences: await db().presence.findMany({ where, orderBy: { tabId: "asc" } }),
    brandKit: await db().brandKit.findMany({ where }),
    keys: await db().apiKey.findMany({ where, orderBy, omit: { lastUsedAt: true, leakedAt: true } }),
    images: await db().image.findMany({ where, orderBy }),
    webhooks: await db().webhookEndpoint.findMany({ where, orderBy }),
    deliveries: await db().webhookDelivery.findMany({ where, orderBy, include: { attempts: true } }),
    events: await db().auditEvent.findMany({ where, orderBy }),
    replies: await db().idempotentReply.findMany({ where, orderBy: { key: "asc" } }),
  };
}
