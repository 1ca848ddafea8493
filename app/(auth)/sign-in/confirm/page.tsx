import type { Metadata } from "next";
import { ConfirmEmail } from "@/components/auth/confirm-email";

export const metadata: Metadata = { title: "Confirm your e-mail" };

export default function ConfirmPage() {
  return <ConfirmEmail />;
}
