import { signIn } from "next-auth/react";

export type BeginSession =
  | { kind: "signed-in" }
  /** The password or the link is right, and a second step is to follow. */
  | { kind: "code-wanted" }
  | { kind: "code-wrong"; message: string }
  | { kind: "refused"; message: string };

export type PasswordCredentials = { email: string; password: string; code?: string };
export type LinkCredentials = { token: string; code?: string };

/** Signs in with e-mail and password. Never says which of the two was wrong. */
export function beginSession(credentials: PasswordCredentials): Promise<BeginSession> {
  return begin("credentials", credentials, "This e-mail and password do not belong together.");
}

/** Signs in with what a mailed link carries. */
export function beginSessionByLink(credentials: LinkCredentials): Promise<BeginSession> {
  return begin("link", credentials, "This link is too old, was used already, or is not complete.");
}

async function begin(
  provider: string,
  credentials: Record<string, string>,
  whenWrong: string,
): Promise<BeginSession> {
  // Where to go afterwards is the page's affair; the address it stands at may hold a link's token.
  const options = { ...credentials, redirect: false as const, callbackUrl: "/" };
  const result = await signIn(provider, options).catch(() => undefined);
  if (!result) {
    return { kind: "refused", message: "The server cannot be reached. Check your connection and try again." };
  }
  if (!result.error) return { kind: "signed-in" };
  const [code, seconds] = result.error.split(":");
  switch (code) {
    case "CredentialsSignin":
      return { kind: "refused", message: whenWrong };
    case "code_wanted":
      return { kind: "code-wanted" };
    case "code_wrong":
      return {
        kind: "code-wrong",
        message: "This code is wrong or used up. Enter the one shown now.",
      };
    case "too_many":
      return {
        kind: "refused",
        message: `Too many attempts. Try again in ${waitText(Number(seconds) || 60)}.`,
      };
    default:
      return { kind: "refused", message: "Signing in does not work at the moment. Try again shortly." };
  }
}

function waitText(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
