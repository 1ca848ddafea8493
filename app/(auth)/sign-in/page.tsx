import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeNext } from "@/components/auth/safe-next";
import { SignInForm } from "@/components/auth/sign-in-form";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { currentIdentity } from "../../access";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next);
  if (await currentIdentity()) redirect(next);
  return <SignInForm next={next} mail={mailAvailable()} />;
}
