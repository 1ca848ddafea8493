import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { configuredProviders } from "@/lib/accounts/oauth/oauth-providers";
import { currentIdentity } from "../../access";

export const metadata: Metadata = { title: "Create your account" };

export default async function SignUpPage() {
  if (await currentIdentity()) redirect("/home");
  return <SignUpForm providers={configuredProviders()} />;
}
