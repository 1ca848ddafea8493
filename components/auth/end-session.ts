import { signOut } from "next-auth/react";

/** Ends this browser's session and loads a page anew, so that nothing of the person stays in memory. */
export async function endSession(next = "/sign-in"): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign(next);
}
