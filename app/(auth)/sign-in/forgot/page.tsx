import type { Metadata } from "next";
import { connection } from "next/server";
import { AskForMailForm } from "@/components/auth/ask-for-mail-form";
import { mailAvailable } from "@/lib/server/mail/mail-available";

export const metadata: Metadata = { title: "Forgot your password?" };

export default async function ForgotPage() {
  await connection();
  return <AskForMailForm kind="reset" mail={mailAvailable()} />;
}
