import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { entryProblem } from "@/components/auth/entry-problem";
import { safeNext } from "@/components/auth/safe-next";
import { SignInForm } from "@/components/auth/sign-in-form";
import { configuredProviders } from "@/lib/accounts/oauth/oauth-providers";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { currentIdentity } from "../../access";

export const metadata: Metadata = { title: "Sign in" };

type Value = string | string[];
type Props = { searchParams: Promise<{ next?: Value; email?: Value; problem?: Value; error?: Value }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, email, problem, error } = await searchParams;
  const next = safeNext(wanted);
  if (await currentIdentity()) redirect(next);
  return (
    <SignInForm
      next={next}
      email={typeof email === "string" ? email : ""}
      mail={mailAvailable()}
      providers={configuredProviders()}
      problem={entryProblem(problem, error)}
    />
  );
}
