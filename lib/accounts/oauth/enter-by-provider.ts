import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { admitSignUp } from "../admit-sign-up";
import { emailAddress } from "../email";
import { createToken } from "../one-time-tokens";
import { personName } from "../person-name";
import { createSession } from "../sessions";
import type { SignInFrom } from "../sign-in";
import { makePerson } from "../sign-up";
import { hasTwoStep } from "../two-step/second-step";
import type { ProviderProfile } from "./oauth-providers";
import type { ProviderId } from "./provider-id";

export type ProviderAccount = { provider: ProviderId; profile: ProviderProfile };

export type Entered =
  | { kind: "session"; userId: string; sessionId: string }
  /** The second step is still to come: the token does what a mailed link's does. */
  | { kind: "second-step"; token: string }
  | { kind: "refused"; problem: EnterProblem };

/** `unverified`: the provider vouches for no address. `exists`: somebody here has the address and must connect it. */
export type EnterProblem = "unverified" | "exists" | "too_many";

/** Lets in whoever the provider says it is: into the account it is connected with, or a new one. */
export async function enterByProvider(account: ProviderAccount, from: SignInFrom): Promise<Entered> {
  const owner = await ownerOf(account, from);
  if (typeof owner !== "string") return { kind: "refused", problem: owner.problem };
  if (await hasTwoStep(owner)) return { kind: "second-step", token: await createToken("sign_in", owner) };
  return { kind: "session", userId: owner, sessionId: await createSession(owner, from.userAgent) };
}

async function ownerOf(
  { provider, profile }: ProviderAccount,
  from: SignInFrom,
): Promise<string | { problem: EnterProblem }> {
  const known = await db().oAuthAccount.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId: profile.id } },
    select: { userId: true },
  });
  if (known) return known.userId;
  const parsed = emailAddress.safeParse(profile.email);
  if (!parsed.success) return { problem: "unverified" };
  const email = parsed.data;
  const link = { provider, providerAccountId: profile.id, email };
  const user = await db().user.findUnique({ where: { email }, select: { id: true, emailVerifiedAt: true } });
  if (user) {
    // Both have shown that the address is theirs. Had only one, the other would get into a stranger's account.
    if (!user.emailVerifiedAt) return { problem: "exists" };
    const made = await db().oAuthAccount.createMany({
      data: { ...link, userId: user.id },
      skipDuplicates: true,
    });
    return made.count === 1 ? user.id : { problem: "exists" };
  }
  try {
    admitSignUp(from.address);
  } catch (error) {
    if (error instanceof AppError && error.code === "too_many") return { problem: "too_many" };
    throw error;
  }
  const name = personName.safeParse(profile.name.slice(0, 80)).data ?? email.split("@")[0] ?? email;
  const { userId } = await makePerson({
    name,
    email,
    passwordHash: null,
    emailVerifiedAt: new Date(),
    oauthAccount: { provider, providerAccountId: profile.id },
  });
  return userId;
}
