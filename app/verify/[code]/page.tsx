import type { Metadata } from "next";
import { headers } from "next/headers";
import { Verification, type VerificationProps } from "@/components/verify/verification";
import { countCheck, verifyCertificate } from "@/lib/certificates/verify-certificate";

/** The address lets anybody see whom a certificate names: no other site is told it, and no search engine keeps it. */
export const metadata: Metadata = {
  title: "Check a certificate",
  description: "Says whether a certificate is valid.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export const dynamic = "force-dynamic";

export default async function VerifyPage({ params }: { params: Promise<{ code: string }> }) {
  const seconds = await countCheck((await headers()).get("x-forwarded-for"));
  if (seconds > 0) return <Verification state="busy" seconds={seconds} />;
  return <Verification {...(await told((await params).code))} />;
}

async function told(code: string): Promise<VerificationProps> {
  const found = await verifyCertificate(code);
  switch (found.state) {
    case "unknown":
      return found;
    case "revoked": {
      const { state, number, workspace, issuedAt, revokedAt } = found;
      return { state, number, workspace, issued: dayOf(issuedAt), revoked: dayOf(revokedAt) };
    }
    case "valid": {
      const { state, number, workspace, issuedAt, shown } = found;
      return { state, number, workspace, issued: dayOf(issuedAt), title: shown.title, values: shown.values };
    }
  }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
