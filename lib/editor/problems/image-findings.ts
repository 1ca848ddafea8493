import { removeLayers } from "@/lib/template/commands/remove-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { ImageLayer } from "@/lib/template/layers/image";
import type { ResolvedImageLayer } from "@/lib/template/resolved";
import type { Document } from "@/lib/template/schema";
import type { Eyes, PictureState } from "./eyes";
import { changeFix, type Finding, type Fix, finding, openFix } from "./finding";
import type { Situation } from "./judged-rows";
import { helps, type Judging, likely, rowsWhere, shownScale, sightings } from "./judging";

/** Pixels of a picture to a px of the screen: as many as screens of phones and good laptops show. */
const SHARP = 2;

/** A picture with a tenth less than it should have is as sharp to the eye. */
const TOLERANCE = 0.9;

type Look = { situation: Situation; layer: ResolvedImageLayer };

/** Pictures that are not there, do not load, or have too few pixels for the size they are shown at. */
export async function imageFindings(judging: Judging): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { layer, pointer, shown } of sightings(judging, ({ type }) => type === "image")) {
    if (layer.type !== "image") continue;
    await judging.pace.breathe();
    const looks = shown.flatMap(({ situation, seen }): Look[] =>
      seen.layer.type === "image" ? [{ situation, layer: seen.layer }] : [],
    );
    const here = { layer, pointer, looks, judging };
    for (const told of [await missing(here), await failed(here), await replacement(here), await blurry(here)])
      if (told) found.push(told);
  }
  return found;
}

type Here = { layer: ImageLayer; pointer: string; looks: readonly Look[]; judging: Judging };

/** Nothing to show, and nothing to show instead. */
async function missing({ layer, pointer, looks, judging }: Here): Promise<Finding | null> {
  if (layer.replacement !== null) return null;
  const where = looks.filter((look) => look.layer.source.kind === "none").map(({ situation }) => situation);
  if (where.length === 0) return null;
  const { source } = layer;
  const fixes: Fix[] = [openFix("Choose a picture", "picture")];
  if (source.kind === "field") {
    const hide = (doc: Document) => hidden(doc, layer, source.key);
    fixes[0] = openFix("Choose a replacement", "control");
    if (await helps(judging, hide, layer.id, where, () => false))
      fixes.push(changeFix("Hide the layer without it", hide));
  } else fixes.push(changeFix("Remove the layer", (doc) => removeLayers(doc, { ids: [layer.id] })));
  return finding({
    code: "image_missing",
    // Without a value a layer may well stay empty: what lies behind it is then what was meant.
    severity: source.kind === "field" ? "info" : "warning",
    message:
      source.kind === "field"
        ? "Where this field has no picture the layer stays empty. Choose a replacement picture, or hide the layer without it."
        : "This layer has no picture yet, so nothing is shown. Choose one.",
    path: source.kind === "field" ? `${pointer}/replacement` : `${pointer}/source`,
    layerId: layer.id,
    rows: rowsWhere(where, looks),
    fixes,
  });
}

function hidden(doc: Document, layer: ImageLayer, key: string): Document {
  const hideWhenMissing = [...new Set([...layer.hideWhenMissing, key])];
  return setProperties(doc, { ids: [layer.id], values: { hideWhenMissing } });
}

/** A picture that should be there and does not load. */
async function failed({ layer, pointer, looks, judging: { eyes } }: Here): Promise<Finding | null> {
  const dead = looks.flatMap((look) => {
    const state = stateOf(look.layer.source, eyes);
    return state?.state === "failed" ? [{ ...look, why: state.message }] : [];
  });
  const [first] = dead;
  if (!first) return null;
  const where = dead.map(({ situation }) => situation);
  const isAddress = first.layer.source.kind === "url";
  const instead = replacementOf(layer, eyes)?.state === "ready" ? " The replacement is shown instead." : "";
  return finding({
    code: "image_failed",
    severity: instead === "" ? likely("error", where) : "info",
    message: `The picture does not load. ${first.why}${instead}`,
    path: `${pointer}/source`,
    layerId: layer.id,
    rows: rowsWhere(where, looks),
    fixes: [
      isAddress && instead === "" && layer.replacement === null
        ? openFix("Choose a replacement", "control")
        : openFix("Choose a picture", "picture"),
    ],
  });
}

async function replacement({ layer, pointer, judging: { eyes } }: Here): Promise<Finding | null> {
  if (layer.source.kind !== "field" || replacementOf(layer, eyes)?.state !== "failed") return null;
  const { key } = layer.source;
  return finding({
    code: "image_failed",
    part: "replacement",
    severity: "error",
    message: "The replacement picture does not load. Choose another.",
    path: `${pointer}/replacement`,
    layerId: layer.id,
    fixes: [
      openFix("Choose a replacement", "control"),
      changeFix("Hide the layer instead", (doc) =>
        hidden(setProperties(doc, { ids: [layer.id], values: { replacement: null } }), layer, key),
      ),
    ],
  });
}

async function blurry({ layer, pointer, looks, judging }: Here): Promise<Finding | null> {
  const { document, eyes } = judging;
  const wanted = wantedDensity(document);
  const poor = looks.flatMap(({ situation, layer: seen }) => {
    const density = densityOf(seen, document, eyes);
    return density !== null && density < wanted * TOLERANCE ? [{ situation, density }] : [];
  });
  if (poor.length === 0) return null;
  const least = Math.min(...poor.map(({ density }) => density));
  const where = poor.map(({ situation }) => situation);
  const fixes: Fix[] = [
    layer.source.kind === "field"
      ? openFix("Choose another field", "control")
      : openFix("Choose a picture", "picture"),
  ];
  const smaller = (doc: Document) => scaled(doc, layer, least / wanted);
  const isSharp = async (seen: { layer: { type: string } }, _: unknown, after: Document) => {
    const image = seen.layer;
    const density = isImage(image) ? densityOf(image, after, eyes) : null;
    return density === null || density >= wanted * TOLERANCE;
  };
  if (await helps(judging, smaller, layer.id, where, isSharp))
    fixes.push(changeFix("Make the layer smaller", smaller));
  const worst = poor.filter(({ density }) => density < wanted / 2).map(({ situation }) => situation);
  return finding({
    code: "image_blurry",
    severity: worst.length > 0 ? likely("warning", worst) : "info",
    message: `The picture has ${round(least)} pixels for each px of the screen and needs ${round(wanted)}, so it looks blurred. Choose a larger picture or make the layer smaller.`,
    path: `${pointer}/source`,
    layerId: layer.id,
    rows: rowsWhere(where, looks),
    fixes,
  });
}

function isImage(layer: { type: string }): layer is ResolvedImageLayer {
  return layer.type === "image";
}

/** No more than the finished picture has itself. */
function wantedDensity(document: Document): number {
  return Math.min(SHARP, 1 / shownScale(document));
}

/** How many of its own pixels the picture has for each px of the screen; null while that is not known. */
function densityOf(layer: ResolvedImageLayer, document: Document, eyes: Eyes): number | null {
  const state = stateOf(layer.source, eyes);
  if (state?.state !== "ready") return null;
  const sides = [layer.width / state.width, layer.height / state.height];
  const times = layer.zoom * (layer.fit === "cover" ? Math.max(...sides) : Math.min(...sides));
  return 1 / (times * shownScale(document));
}

function stateOf(source: ResolvedImageLayer["source"], eyes: Eyes): PictureState | null {
  return source.kind === "none" ? null : eyes.pictureOf(source);
}

function replacementOf({ replacement: assetId }: ImageLayer, eyes: Eyes): PictureState | null {
  return assetId === null ? null : eyes.pictureOf({ kind: "asset", assetId });
}

/** The layer at a share of its size, about its middle. */
function scaled(doc: Document, layer: ImageLayer, share: number): Document {
  const width = Math.max(1, Math.floor(layer.width * share));
  const height = Math.max(1, Math.floor(layer.height * share));
  const x = layer.x + (layer.width - width) / 2;
  const y = layer.y + (layer.height - height) / 2;
  return setProperties(doc, { ids: [layer.id], values: { x, y, width, height } });
}

function round(density: number): string {
  return String(Math.round(density * 10) / 10);
}
