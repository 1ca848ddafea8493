import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import type { Identity } from "./identity";
import { type ConnectedAccount, listConnected } from "./oauth/connected-accounts";
import { loadTwoStep, type TwoStepState } from "./two-step/two-step";

export type SignInSettings = {
  email: string;
  emailConfirmed: boolean;
  hasPassword: boolean;
  /** Whether links can be mailed. */
  mail: boolean;
  twoStep: TwoStepState;
  /** The providers that are configured. */
  connected: ConnectedAccount[];
};

/** How the person signs in, for their settings. */
export async function loadSignInSettings(identity: Identity): Promise<SignInSettings> {
  const [user, twoStep, connected] = await Promise.all([
    db().user.findUnique({
      where: { id: identity.userId },
      select: { email: true, emailVerifiedAt: true, passwordHash: true },
    }),
    loadTwoStep(identity),
    listConnected(identity),
  ]);
  if (!user) throw new AppError("not_signed_in", "Your account is gone. Sign in again.");
  return {
    email: user.email,
    emailConfirmed: user.emailVerifiedAt !== null,
    hasPassword: user.passwordHash !== null,
    mail: mailAvailable(),
    twoStep,
    connected,
  };
}
