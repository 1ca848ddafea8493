import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "@/lib/errors";
import { createPainter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import type { LinkRow, LinkSourceRow } from "@/lib/server/picture-reads";
import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import { field, text } from "@/lib/template/starters/build";
import { loyaltyThankYou } from "@/lib/template/starters/loyalty-thank-you";
import { salesFollowUp } from "@/lib/template/starters/sales-follow-up";
import { createUsageCounts, type UsageCounts } from "@/lib/usage/usage-counts";
import { createRenderEngine, type RunTask } from "../engine/render-engine";
import { runHere } from "../engine/run-here";
import type { FirstOpens } from "../first-opens";
import { createImageHandler, type ImageEvent } from "../image-handler";
import type { Asking } from "../image-response";
import { createLinkCache, type LinkCache } from "../link-cache";
import type { LookUp } from "../look-up";
import { createNeutralPictures, type NeutralPictures } from "../neutral-picture";
import { overWeb } from "../over-web";
import { createPictureMaker } from "../picture-maker";
import { isAllowedHost } from "../remote/host-rule";

const FONTS = resolve(import.meta.dirname, "../../../public");

const painter = createPainter({
  satori: await satoriNode(),
  loadFont: (file) => readFile(join(FONTS, file)),
});
const run: RunTask = runHere(async () => painter);

export const READING: Asking = { method: "GET", ifNoneMatch: null };

/** A small picture with one name in it, quick to paint hundreds of times. */
export const NAME_TAG: Document = {
  ...createDocument({ width: 320, height: 60, displayWidth: 320 }),
  fields: [field("first_name", "First name", { fallback: "friend" })],
  layers: [text({ id: "name", name: "Name", x: 8, y: 8, width: 304, height: 44 }, "Hello {{first_name}}!")],
};

export type Rig = {
  rows: Map<string, LinkRow>;
  paints: number;
  events: ImageEvent[];
  down: boolean;
  broken: boolean;
  busy: boolean;
  /** Nothing that is begun ever ends. */
  hangs: boolean;
  /** Kinds of tasks that fail. */
  failing: string[];
  /** Kinds of the tasks that were run, in order. */
  tasks: string[];
  /** The time links are told, ms. */
  now: number;
  /** The time of day of the handler, ms since 1970; null: the machine's. */
  clock: number | null;
  /** Addresses of pictures that were asked for. */
  remotes: string[];
  /** Pictures that links with a limit may still make. */
  rendersLeft: number;
  links: LinkCache;
  neutral: NeutralPictures;
  /** What was counted. */
  counts: UsageCounts;
};

export function live(versionId: string, document: Document, sources?: LinkSourceRow[]): LinkRow {
  const row = { versionId, document, workspaceId: "w", projectId: "p", allowedImageHosts: [] };
  return { state: "live", ...row, ...(sources ? { sources } : {}) };
}

/** A picture handler whose database, painter and clock the test holds. */
export function handlerRig({
  lookUp,
  ...options
}: {
  cacheBytes?: number;
  lookUp?: LookUp;
  firstOpens?: FirstOpens;
} = {}) {
  const check = () => {
    if (rig.down) throw new Error("database down");
  };
  const links = createLinkCache(
    {
      pointer: async (key) => {
        check();
        const row = rig.rows.get(key);
        if (row?.state !== "live") return row?.state ?? null;
        return JSON.stringify([row.versionId, row.settings, row.signingKeys, row.sources]);
      },
      link: async (key) => {
        check();
        return rig.rows.get(key) ?? null;
      },
    },
    () => rig.now,
  );
  const engine = createRenderEngine((task, urgency) => {
    if (rig.broken && task.kind !== "drawing") throw new Error("painter broken");
    if (rig.busy && urgency !== "urgent") throw new AppError("unavailable", "no room");
    if (task.kind === "picture") rig.paints += 1;
    rig.tasks.push(task.kind);
    if (rig.failing.includes(task.kind)) throw new Error("painter failed");
    return rig.hangs ? new Promise(() => {}) : run(task);
  });
  const neutral = createNeutralPictures(engine);
  const counts = createUsageCounts(() => rig.now);
  const rig: Rig = {
    rows: new Map<string, LinkRow>([
      ["thanks", live("ver_1", loyaltyThankYou)],
      ["sales", live("ver_2", salesFollowUp)],
      ["tag", live("ver_3", NAME_TAG)],
      ["gone", { state: "deleted", workspaceId: "w", width: 300, height: 200 }],
      ["draft", { state: "unpublished", workspaceId: "w" }],
    ]),
    paints: 0,
    events: [],
    down: false,
    broken: false,
    busy: false,
    hangs: false,
    failing: [],
    tasks: [],
    now: 0,
    clock: null,
    remotes: [],
    rendersLeft: 0,
    links,
    neutral,
    counts,
  };
  const handler = createImageHandler({
    neutral,
    links,
    maker: createPictureMaker({
      engine,
      loaders: {
        asset: async () => null,
        remote: async (url, { allowedHosts }) => {
          if (isAllowedHost(new URL(url).hostname, allowedHosts ?? [])) rig.remotes.push(url);
          return null;
        },
      },
      families: async () => [],
      store: null,
      countRender: async () => {
        rig.rendersLeft -= 1;
        return rig.rendersLeft >= 0;
      },
      secret: "a secret of the test, long enough for anybody",
      now: () => rig.clock ?? Date.now(),
      painted: counts.rendered,
      ...options,
    }),
    log: (event) => rig.events.push(event),
    now: () => rig.clock ?? Date.now(),
    served: counts.served,
    lookUp,
  });
  const route = overWeb(
    () => handler,
    (error) => {
      throw error;
    },
  );
  const get = (path: string, init?: RequestInit) => route(new Request(`http://localhost${path}`, init));
  const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
  /** The reply where it is there at once; null where something is done for it. */
  const atOnce = (target: string, asking: Asking = READING) => {
    const reply = handler.handle({ target, nested: false, ...asking });
    return reply instanceof Promise ? null : reply;
  };
  /** The whole reply to a target. */
  const handle = async (target: string, asking: Asking = READING) =>
    handler.handle({ target, nested: false, ...asking });
  return { rig, get, bytes, atOnce, handle };
}
