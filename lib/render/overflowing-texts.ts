import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { asBusy } from "./as-busy";
import { renderEngine } from "./engine/process-engine";
import { withOwnFonts } from "./own-fonts";
import { workspaceFontFamilies } from "./user-fonts";

/**
 * Ids of the texts that do not fit into their boxes with these values, or are cut short to fit. Nothing is painted.
 * @throws AppError `unavailable` when there is no room
 */
export async function overflowingTexts(
  document: Document,
  values: Readonly<Record<string, string>>,
  { workspaceId }: { workspaceId: string },
): Promise<string[]> {
  const { document: wanted } = resolveDocument(document, values, { now: Date.now() });
  const shown = await withOwnFonts(wanted, (names) => workspaceFontFamilies(workspaceId, names));
  const { document: resolved, families } = shown;
  const laying = renderEngine().overflowing({ resolved, families, urgency: "usual", owner: workspaceId });
  return laying.catch((error) => {
    throw asBusy(error);
  });
}
