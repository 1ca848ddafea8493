import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import type { Identity } from "../identity";
import { proof } from "../two-step/prove";
import type { ProviderAccount } from "./enter-by-provider";
import { configuredProviders } from "./oauth-providers";
import type { ProviderId } from "./provider-id";

export const connectInput = z.strictObject({
  /** The settings of a workspace, to which one comes back. */
  back: z.string().regex(/^\/[a-z0-9-]{1,60}\/settings$/),
  /** Another account is another way in for good, so that an unattended browser does not do. */
  ...proof.shape,
});

export type ConnectedAccount = {
  provider: ProviderId;
  /** The address the provider gave; null while it is not connected. */
  email: string | null;
};

/** Every provider that is configured, and what of them the person has connected. */
export async function listConnected({ userId }: Identity): Promise<ConnectedAccount[]> {
  const accounts = await db().oAuthAccount.findMany({
    where: { userId },
    select: { provider: true, email: true },
  });
  return configuredProviders().map((provider) => ({
    provider,
    email: accounts.find((account) => account.provider === provider)?.email ?? null,
  }));
}

/**
 * Connects a provider's account with the person. False when it is connected with somebody already, or the person has
 * another of the same provider. Who they are there is theirs to choose: the addresses need not agree.
 */
export async function connectAccount(
  { userId }: Identity,
  { provider, profile }: ProviderAccount,
): Promise<boolean> {
  const key = { provider, providerAccountId: profile.id };
  const data = { ...key, userId, email: profile.email ?? profile.name };
  const made = await db().oAuthAccount.createMany({ data, skipDuplicates: true });
  if (made.count === 1) return true;
  return (await db().oAuthAccount.count({ where: { ...key, userId } })) === 1;
}

/** Disconnects a provider. `conflict` when the person could not come in any more. Not connected is fine. */
export async function disconnectAccount({ userId }: Identity, provider: string): Promise<void> {
  await transaction(async () => {
    // Whoever disconnects two at once does so one after the other.
    await db().$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const user = await db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { passwordHash: true, emailVerifiedAt: true },
    });
    const others = await db().oAuthAccount.count({ where: { userId, provider: { not: provider } } });
    const byMail = mailAvailable() && user.emailVerifiedAt !== null;
    if (user.passwordHash === null && others === 0 && !byMail) {
      throw new AppError(
        "conflict",
        "This is your only way to sign in. Choose a password or connect another account first.",
      );
    }
    await db().oAuthAccount.deleteMany({ where: { userId, provider } });
  });
}
