import type { Metadata } from "next";
import { connection } from "next/server";
import { AskForMailForm } from "@/components/auth/ask-for-mail-form";
import { mailAvailable } from "@/lib/server/mail/mail-available";

export const metadata: Metadata = { title: "Sign in by a link" };

export default async function ByMailPage() {
  await connection();
  return <AskForMailForm kind="link" mail={mailAvailable()} />;
}
