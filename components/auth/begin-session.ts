import { signIn } from "next-auth/react";

export type BeginSession = { kind: "signed-in" } | { kind: "refused"; message: string };

/** Signs in with e-mail and password. Never says which of the two was wrong. */
export async function beginSession(email: string, password: string): Promise<BeginSession> {
  const result = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
  if (!result) {
    return { kind: "refused", message: "The server cannot be reached. Check your connection and try again." };
  }
  if (!result.error) return { kind: "signed-in" };
  const [code, seconds] = result.error.split(":");
  if (code === "CredentialsSignin") {
    return { kind: "refused", message: "This e-mail and password do not belong together." };
  }
  if (code === "too_many") {
    return {
      kind: "refused",
      message: `Too many attempts. Try again in ${waitText(Number(seconds) || 60)}.`,
    };
  }
  return { kind: "refused", message: "Signing in does not work at the moment. Try again shortly." };
}

function waitText(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
