import type { Metadata } from "next";
import { LinkSignIn } from "@/components/auth/link-sign-in";

export const metadata: Metadata = { title: "Sign in" };

export default function LinkPage() {
  return <LinkSignIn />;
}
