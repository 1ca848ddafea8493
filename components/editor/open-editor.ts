import { createAutosave } from "@/lib/editor/autosave";
import { type Rights, refusalOf } from "@/lib/editor/brand/rights";
import { systemClock } from "@/lib/editor/clock";
import { adoptInto, connectAutosave } from "@/lib/editor/connect-autosave";
import { createDraftTransport } from "@/lib/editor/draft-transport";
import { createStorageDraftKeep } from "@/lib/editor/storage-draft-keep";
import { createEditorStore, type EditorStore } from "@/lib/editor/store";
import { createPainter, type Painter } from "@/lib/paint/painter";
import { satoriBrowser } from "@/lib/paint/satori-browser";
import { applyKit } from "@/lib/template/apply-kit";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import { type InitialKit, openBrand } from "./brand/open-brand";
import type { EditorContext } from "./editor-context";
import { createEditorUi } from "./editor-ui";
import { keepAids, keptAids } from "./kept-aids";
import { noteLastSave } from "./last-save";
import { newLocalId } from "./new-local-id";
import { loadFontFile } from "./pictures/font-files";
import { keepTextsReady } from "./pictures/keep-texts-ready";
import { createLayerShots } from "./pictures/layer-shots";
import { createPictureShelf } from "./pictures/picture-shelf";
import { loadUserFonts } from "./pictures/user-fonts";
import { openPresence } from "./presence/presence";
import { createEditorProblems } from "./problems/editor-problems";
import { sentenceFor } from "./server-calls";
import { createStageTools } from "./stage/tools/stage-tools";
import { aliveTabs, claimTab } from "./tab-lock";
import { createTemplateStatus } from "./template-status";
import { createTypingStore } from "./text/typing";

export type Role = "owner" | "admin" | "editor" | "viewer" | "guest";

export type EditorProps = {
  workspace: { slug: string; name: string };
  template: {
    id: string;
    name: string;
    revision: number;
    publishedRevision: number | null;
    linkKey: string | null;
    document: unknown;
    brandLocked: boolean;
    brand: InitialKit;
  };
  /** Where links of this service answer, such as `https://pictures.example`. */
  origin: string;
  role: Role;
};

export type OpenEditor = {
  context: EditorContext;
  /** What was mended while the document was opened. */
  repairs: readonly string[];
  close: () => void;
};

/** A request that may outlive its page has to be smaller than this, bytes (Fetch standard, 64 KiB for all together). */
const KEEPALIVE_BYTES = 60_000;

/** Opens the document and starts everything that lives as long as the editor: store, painter, autosave. */
export function openEditor(props: EditorProps, announce: (message: string) => void): OpenEditor {
  const { workspace, template } = props;
  const { document, repairs: mends } = openDocument(template.document);
  const { kit } = template.brand;
  const branded = kit === null ? { document, repairs: [] } : applyKit(document, kit);
  const repairs = [...mends, ...branded.repairs];
  const fromTheFuture = repairs.some(({ code }) => code === "future_version");
  const mayLock = props.role === "owner" || props.role === "admin";
  const store = createEditorStore({
    document: branded.document,
    now: systemClock.now,
    aids: keptAids(),
    rights: rightsOf(mayLock, template.brandLocked),
    refusal: (design) => refusal(autosave.state.getState().confirmed, design),
  });
  const {
    brand,
    knownKit,
    settle: settleBrand,
    close: closeBrand,
  } = openBrand(workspace.slug, template.brand, store);
  const refusal = (saved: Document, design: Document) =>
    refusalOf(store.getState().rights, knownKit(), saved, design);
  const forgetAids = keepAids(store);
  const status = createTemplateStatus({
    name: template.name,
    publishedRevision: template.publishedRevision,
    publishedNumber: null,
    linkKey: template.linkKey,
    brandLocked: template.brandLocked,
    publishing: false,
  });
  const canEdit = props.role !== "viewer" && props.role !== "guest" && !fromTheFuture;

  const path = `/api/w/${encodeURIComponent(workspace.slug)}/templates/${encodeURIComponent(template.id)}`;
  const tabId = newLocalId();
  const releaseTab = claimTab(tabId);
  const autosave = createAutosave({
    templateId: template.id,
    tabId,
    document,
    revision: template.revision,
    transport: createDraftTransport(`${path}/draft`, fetchDraft),
    keep: createStorageDraftKeep(window.localStorage, async (id) => (await aliveTabs()).has(id)),
    clock: systemClock,
    newMutationId: () => crypto.randomUUID(),
    onOnline: (listener) => {
      window.addEventListener("online", listener);
      return () => window.removeEventListener("online", listener);
    },
    adopt: (adopted, why) => {
      adoptInto(store)(adopted, why);
      void settleBrand();
    },
  });
  const disconnect = canEdit ? connectAutosave(store, autosave) : () => undefined;
  if (canEdit) void autosave.recover().then((found) => tellRecovered(store, found));
  // A page that goes out of sight may never come back.
  const saveNow = () => {
    if (canEdit && globalThis.document.visibilityState === "hidden") autosave.flush().catch(() => undefined);
  };
  globalThis.document.addEventListener("visibilitychange", saveNow);

  const painter = openPainter(workspace.slug, () =>
    store.notify({
      kind: "error",
      message: "The fonts of this workspace did not load; texts in them are shown in Inter. Reload the page.",
    }),
  );
  if (canEdit) keepTextsReady(painter).catch(() => undefined);
  const pictures = createPictureShelf(workspace.slug);
  const presence = openPresence({
    templatePath: path,
    templateId: template.id,
    tabId,
    store,
    autosave,
    brandLocked: template.brandLocked,
    onBrandLock: (brandLocked) => {
      status.setState({ brandLocked });
      if (mayLock) return;
      store.setRights(rightsOf(mayLock, brandLocked));
      if (canEdit) store.notify({ kind: "info", message: brandLockWords(brandLocked) });
    },
  });
  const problems = createEditorProblems({
    store,
    autosave,
    painter,
    pictures,
    templateId: template.id,
    templatePath: path,
  });

  return {
    repairs: repairs.map(({ message }) => message),
    context: {
      store,
      autosave,
      presence,
      painter,
      pictures,
      shots: createLayerShots(painter, pictures),
      problems,
      status,
      typing: createTypingStore(),
      ui: createEditorUi(),
      tools: createStageTools(),
      workspace,
      templateId: template.id,
      templatePath: path,
      origin: props.origin,
      canEdit,
      brand,
      rights: { brand: mayLock && canEdit && kit !== null },
      refusal,
      knownKit,
      announce,
      reportPaintError: (error) =>
        store.notify({ kind: "error", message: `A layer could not be painted. ${sentenceFor(error)}` }),
    },
    close: () => {
      forgetAids();
      presence.close();
      closeBrand();
      globalThis.document.removeEventListener("visibilitychange", saveNow);
      disconnect();
      problems.dispose();
      // The last moment's work is on its way still; what cannot be sent stays kept on this computer.
      const saved = canEdit ? autosave.flush() : Promise.resolve();
      noteLastSave(
        saved
          .catch(() => undefined)
          .then(() => {
            autosave.dispose();
            releaseTab();
          }),
      );
    },
  };
}

function rightsOf(mayLock: boolean, brandLocked: boolean): Rights {
  return { lock: mayLock, contentOnly: brandLocked && !mayLock };
}

function brandLockWords(brandLocked: boolean): string {
  return brandLocked
    ? "This template was brand-locked: from now on you can change texts and pictures. Undo takes back what was not saved yet."
    : "This template is no longer brand-locked: you can change its layers again.";
}

/** A painter that knows the workspace's own fonts; `onFontsMissing` is called where those cannot be had. */
async function openPainter(workspaceSlug: string, onFontsMissing: () => void): Promise<Painter> {
  const [satori, fonts] = await Promise.all([
    satoriBrowser(),
    loadUserFonts(workspaceSlug).catch(() => {
      onFontsMissing();
      return null;
    }),
  ]);
  const painter = createPainter({ satori, loadFont: loadFontFile });
  painter.addFamilies(fonts?.families ?? []);
  return painter;
}

function tellRecovered(store: EditorStore, found: "nothing" | "restored" | "conflict" | "aside"): void {
  if (found !== "restored") return;
  store.notify({
    kind: "info",
    message: "Work that was not saved last time is back. Undo takes it away again.",
  });
}

/** A draft that is small enough is sent even while the page goes away. */
const fetchDraft: typeof fetch = (input, init) => {
  const size = typeof init?.body === "string" ? new TextEncoder().encode(init.body).byteLength : 0;
  return fetch(input, { ...init, keepalive: size > 0 && size < KEEPALIVE_BYTES });
};
