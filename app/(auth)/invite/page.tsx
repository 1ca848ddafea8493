import type { Metadata } from "next";
import { Invitation } from "@/components/invite/invitation";

/** What stands behind the `#` lets somebody in: no other site is told the address, and no search engine keeps it. */
export const metadata: Metadata = {
  title: "Invitation",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default function InvitationPage() {
  return <Invitation />;
}
