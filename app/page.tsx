import { Landing } from "@/components/landing/landing";
import { env } from "@/lib/server/env";
import { currentIdentity } from "./access";

export default async function LandingPage() {
  // The first page of the site answers also while the database does not.
  const identity = await currentIdentity().catch(() => null);
  return <Landing origin={env().PUBLIC_URL} signedIn={identity !== null} />;
}
