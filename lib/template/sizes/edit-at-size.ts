import { type Document, documentSchema } from "../schema";
import { withLayers } from "../tree";
import { withContentOf } from "./content-at-size";
import { guideInDesign } from "./guide-at-size";
import { settleOverrides } from "./overrides-at-size";
import { withStructureOf } from "./structure-at-size";

/**
 * The design after an edit that was made in one of its sizes. `before` is `documentAtSize(design, sizeId)`, `after` what
 * the edit made of it. Where a layer stands in the size, its box, turn, visibility and size of text, becomes the size's
 * own; what it says and how it looks, which layers there are and in what order, and everything else goes to the design
 * and so to all sizes.
 *
 * Afterwards the size shows what the edit made, but for three things: lengths that the design would have to keep beyond
 * its limits; lengths inside a layer that is scaled, such as its radius, for they are shared; and another canvas, in
 * which the layers find their places anew.
 */
export function editAtSize(design: Document, sizeId: string, before: Document, after: Document): Document {
  const variant = design.variants.find(({ id }) => id === sizeId);
  if (after === before || variant === undefined) return design;
  const { width, height, displayWidth, layers, variants: _none, guides, ...shared } = after;
  const canvas = { width, height, displayWidth };
  const withVariant = (doc: Document, change: Partial<typeof variant>): Document => ({
    ...doc,
    variants: doc.variants.map((each) => (each.id === sizeId ? { ...each, ...change } : each)),
  });
  const next = {
    ...withVariant(design, canvas),
    ...shared,
    guides:
      guides === before.guides ? design.guides : guides.map((guide) => guideInDesign(guide, design, after)),
  };
  if (layers === before.layers) return valid(next) ?? design;

  const structured = withStructureOf(next, before, after);
  const own = structured.variants.find(({ id }) => id === sizeId) ?? variant;
  const settled = (asShown: boolean): Document => {
    const { overrides, inherited } = settleOverrides(structured, own, after, { asShown });
    const placed = withVariant(structured, { overrides });
    const variant = { ...own, ...canvas, overrides };
    return withLayers(placed, withContentOf(placed, variant, before, after, inherited));
  };
  // A group scaled out of all proportion can have its corner beyond the coordinates that a document has.
  return valid(settled(false)) ?? valid(settled(true)) ?? design;
}

/** The document unless it breaks a rule. Overrides were tidied when the layers were put in place: `accept` would do it twice. */
function valid(doc: Document): Document | null {
  return documentSchema.safeParse(doc).success ? doc : null;
}
