import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FirstWorkspace } from "@/components/shell/first-workspace";
import { lastWorkspace } from "@/lib/accounts/workspaces/last-workspace";
import { requireIdentity } from "../access";

export const metadata: Metadata = { title: "Your workspaces" };

/** The way in: on to the workspace the person saw last. */
export default async function HomePage() {
  const slug = await lastWorkspace(await requireIdentity("/home"));
  if (slug) redirect(`/${slug}`);
  return (
    <main className="grid min-h-dvh place-items-center px-5 py-10">
      <div className="w-full max-w-[22rem]">
        <FirstWorkspace />
      </div>
    </main>
  );
}
