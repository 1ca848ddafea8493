import { redirect } from "next/navigation";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { EmptyState } from "@/components/ui/empty-state";
import { listMemberships } from "@/lib/accounts/account";
import { requireIdentity } from "../access";

/** The way in: on to the person's first workspace. */
export default async function HomePage() {
  const [first] = await listMemberships(await requireIdentity("/home"));
  if (first) redirect(`/${first.slug}`);
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState title="You are in no workspace" action={<SignOutButton />}>
        Ask somebody to invite you to theirs, or sign up with another address to get your own.
      </EmptyState>
    </main>
  );
}
