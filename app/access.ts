import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Identity, identify } from "@/lib/accounts/identity";
import type { Action } from "@/lib/accounts/permissions";
import { openScope, type Scope } from "@/lib/accounts/scope";
import { noteWorkspace } from "@/lib/accounts/workspaces/last-workspace";
import { AppError } from "@/lib/errors";

/** Who looks at the page being rendered; asked once however many parts of the page want to know. */
export const currentIdentity = cache(async (): Promise<Identity | null> => {
  const jar = await cookies();
  return identify((name) => jar.get(name)?.value);
});

/** The person looking at the page; a stranger is sent to sign in and brought back to `path`. */
export async function requireIdentity(path: string): Promise<Identity> {
  const identity = await currentIdentity();
  return identity ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** Leave to show a page of a workspace, which is kept in mind as the one that was seen last. */
export async function pageScope(workspace: string, action: Action, path = `/${workspace}`): Promise<Scope> {
  const scope = await frameScope(workspace, action, path);
  await noteWorkspace(scope);
  return scope;
}

/**
 * Leave to show what stands around the pages of a workspace. A workspace that is not the person's and one that is not
 * there look alike. A frame is also made ahead for links that are in sight only, so that it says nothing of what was seen.
 */
export async function frameScope(workspace: string, action: Action, path = `/${workspace}`): Promise<Scope> {
  const identity = await requireIdentity(path);
  return orNotFound(openScope(identity, workspace, action));
}

/** Turns what is not there, or not for this person, into the page that says so. */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof AppError && ["not_found", "forbidden"].includes(error.code)) notFound();
    throw error;
  }
}
