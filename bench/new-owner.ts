import type { Scope } from "@/lib/accounts/scope";
import { signUp } from "@/lib/accounts/sign-up";

/** Somebody with a workspace. */
export async function newOwner(): Promise<Scope> {
  const name = "Maeve O'Neil";
  const email = `bench-${process.pid}-${Date.now()}@example.com`;
  const { userId, workspaceId, workspaceSlug } = await signUp({
    name,
    email,
    password: "four unrelated words",
  });
  return {
    workspaceId,
    workspaceSlug,
    workspaceName: name,
    userId,
    role: "owner",
    projectIds: null,
    via: { kind: "session", sessionId: "bench" },
  };
}
