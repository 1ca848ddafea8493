import type { Metadata } from "next";
import { LinkSignIn } from "@/components/auth/link-sign-in";
import { safeNext } from "@/components/auth/safe-next";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LinkPage({ searchParams }: Props) {
  return <LinkSignIn next={safeNext((await searchParams).next)} />;
}
