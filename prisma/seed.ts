import { allowed } from "@/lib/accounts/permissions";
import type { Scope } from "@/lib/accounts/scope";
import { signUp } from "@/lib/accounts/sign-up";
import { db } from "@/lib/server/db";
import { createTemplate } from "@/lib/server/templates/create-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";

/** The demo account of a local start. Production is seeded only when asked. */
export const DEMO = {
  name: "Demo",
  email: "demo@nameplate.example",
  password: "fern-and-oak-demo",
  /** A picture that works as soon as the seed has run. */
  samplePath: "/i/demo-thank-you.png?first_name=Maria&loyalty_points=250",
} as const;

/** What the demo has made of the library, the first on top: some of each kind, and a start that takes no longer. */
const SHOWN = [
  "loyalty-thank-you",
  "webinar-invitation",
  "vip-pass",
  "course-certificate",
  "sales-follow-up",
  "birthday-coupon",
];

/** Link keys of the demo, where they are not `demo-` and the starter's id. */
const LINK_KEYS: Record<string, string> = { "loyalty-thank-you": "demo-thank-you" };

/**
 * Makes the demo account with one published template of some starters. Does nothing when the account is there, so
 * that a second start keeps what people made of it.
 */
export async function seedDemo(): Promise<"seeded" | "kept"> {
  const present = await db().user.findUnique({ where: { email: DEMO.email }, select: { id: true } });
  if (present) return "kept";
  const { name, email, password } = DEMO;
  const account = await signUp({ name, email, password });
  const scope: Scope = {
    workspaceId: account.workspaceId,
    workspaceSlug: account.workspaceSlug,
    workspaceName: name,
    userId: account.userId,
    role: "owner",
    projectIds: null,
    via: { kind: "session", sessionId: "seed" },
  };
  if (!allowed(scope.role, "template.publish")) throw new Error("The demo's owner may not publish.");
  // Last first: the list shows the newest on top.
  for (const id of SHOWN.toReversed()) {
    const template = await createTemplate(scope, { from: { kind: "starter", id } });
    const { link } = await publishTemplate(scope, template.id, 1);
    await db().link.update({
      where: { key: link.key, workspaceId: scope.workspaceId },
      data: { key: LINK_KEYS[id] ?? `demo-${id}` },
    });
  }
  return "seeded";
}
