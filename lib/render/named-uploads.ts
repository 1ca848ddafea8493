import { assetId } from "@/lib/template/primitives";
import { isOwnFamily } from "./own-fonts";

/**
 * The uploads that a stored document of any version names anywhere, whether it shows them always, as a replacement or
 * by a rule: the ids of pictures, and whether there is a font among them.
 */
export function namedUploads(document: unknown): { assets: Set<string>; ownFonts: boolean } {
  const found = { assets: new Set<string>(), ownFonts: false };
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      if (assetId.safeParse(value).success) found.assets.add(value);
      else if (isOwnFamily(value)) found.ownFonts = true;
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
  };
  look(document);
  return found;
}
