import { expect, test } from "vitest";
import { type BrandKit, EMPTY_KIT } from "@/lib/template/brand";
import { addBrandItem, changeBrandItem, removeBrandItem } from "@/lib/template/brand-commands";
import { MERGE_WINDOW } from "../history";
import { type BrandTransport, createBrandStore, type StoredKit } from "./brand-store";

const INK = { id: "br_inkinkink", name: "Ink", color: "#111111" };
const SEA = { id: "br_seaseasea", name: "Sea", color: "#0055aa" };
const KIT: BrandKit = { ...EMPTY_KIT, colors: [INK] };

/** A server that keeps a kit as the real one does, and counts what it is asked. */
function server(kit: BrandKit = KIT) {
  const held = { kit, revision: 1, saves: 0, fails: false };
  const transport: BrandTransport = {
    load: async () => ({ kit: held.kit, revision: held.revision }),
    save: async (next, baseRevision) => {
      held.saves += 1;
      if (held.fails) throw new Error("no");
      if (baseRevision !== held.revision) {
        return { kind: "conflict", kit: held.kit, revision: held.revision };
      }
      held.kit = next;
      held.revision += 1;
      return { kind: "saved", revision: held.revision };
    },
  };
  return { held, transport };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const colors = ({ colors: all }: BrandKit) => all.map(({ name }) => name).join(" ");

function open(from = server(), start: StoredKit = { kit: KIT, revision: 1 }) {
  const errors: unknown[] = [];
  const time = { now: 0 };
  const store = createBrandStore(
    start,
    from.transport,
    (error) => errors.push(error),
    () => time.now,
  );
  return { ...from, store, errors, time, undoLabel: () => store.state.getState().lastStep?.label ?? null };
}

test("a change shows at once and is saved behind it, those made meanwhile together", async () => {
  const { store, held } = open();
  store.change("Add colour", (kit) => addBrandItem(kit, "colors", SEA));
  expect(colors(store.state.getState().kit)).toBe("Ink Sea");
  store.change("Rename", (kit) => changeBrandItem(kit, SEA.id, { name: "Ocean" }));
  store.change("Rename", (kit) => changeBrandItem(kit, SEA.id, { name: "Deep" }));
  await settled();
  expect(colors(held.kit)).toBe("Ink Deep");
  expect(held.saves).toBe(2);
});

test("what others saved meanwhile stays, and so does the change", async () => {
  const { store, held } = open();
  held.kit = changeBrandItem(KIT, INK.id, { name: "Night" });
  held.revision = 7;
  store.change("Add colour", (kit) => addBrandItem(kit, "colors", SEA));
  await settled();
  expect(colors(held.kit)).toBe("Night Sea");
  expect(colors(store.state.getState().kit)).toBe("Night Sea");
});

test("undo takes back the last change alone, and a run of small ones at once", async () => {
  const { store, held, undoLabel } = open();
  store.change("Add colour", (kit) => addBrandItem(kit, "colors", SEA));
  for (const color of ["#222222", "#333333"]) {
    store.change("Colour", (kit) => changeBrandItem(kit, INK.id, { color }), INK.id);
  }
  await settled();
  expect(undoLabel()).toBe("Colour");
  store.undo();
  await settled();
  expect(held.kit).toEqual({ ...KIT, colors: [INK, SEA] });
  store.undo();
  await settled();
  // Somebody may have followed the colour meanwhile: what it was is remembered.
  expect(held.kit).toEqual({ ...KIT, retired: [expect.objectContaining({ id: "br_seaseasea" })] });
  expect(undoLabel()).toBeNull();
});

test("what the server refuses is taken back and told", async () => {
  const { store, held, errors } = open();
  held.fails = true;
  store.change("Delete", (kit) => removeBrandItem(kit, INK.id));
  expect(colors(store.state.getState().kit)).toBe("");
  await settled();
  expect(store.state.getState()).toEqual({ kit: KIT, lastStep: null });
  expect(errors).toHaveLength(1);
});

test("what the server refuses leaves undo as it was before, also what undo itself could not do", async () => {
  const { store, held, undoLabel } = open();
  store.change("Add colour", (kit) => addBrandItem(kit, "colors", SEA));
  await settled();
  held.fails = true;
  store.change("Rename", (kit) => changeBrandItem(kit, SEA.id, { name: "Ocean" }));
  store.change("Delete", (kit) => removeBrandItem(kit, INK.id));
  await settled();
  expect([colors(store.state.getState().kit), undoLabel()]).toEqual(["Ink Sea", "Add colour"]);
  store.undo();
  expect(undoLabel()).toBeNull();
  await settled();
  expect([colors(store.state.getState().kit), undoLabel()]).toEqual(["Ink Sea", "Add colour"]);
  held.fails = false;
  store.undo();
  await settled();
  expect(held.kit.colors).toEqual(KIT.colors);
});

test("small steps of another value, or after a while, are another step for undo", async () => {
  const { store, time } = open(server({ ...KIT, colors: [INK, SEA] }), {
    kit: { ...KIT, colors: [INK, SEA] },
    revision: 1,
  });
  const nudge = (id: string, color: string) =>
    store.change("Change colour", (kit) => changeBrandItem(kit, id, { color }), id);
  const shown = () => store.state.getState().kit.colors.map(({ color }) => color);
  nudge(INK.id, "#222222");
  nudge(SEA.id, "#0066bb");
  time.now += MERGE_WINDOW;
  nudge(SEA.id, "#0077cc");
  time.now += MERGE_WINDOW + 1;
  nudge(SEA.id, "#0088dd");
  store.undo();
  expect(shown()).toEqual(["#222222", "#0077cc"]);
  store.undo();
  expect(shown()).toEqual(["#222222", SEA.color]);
  store.undo();
  expect(shown()).toEqual([INK.color, SEA.color]);
});

test("a kit that others changed is taken over, an older answer is not", async () => {
  const { store, held } = open();
  held.kit = EMPTY_KIT;
  await store.refresh();
  expect(store.state.getState().kit).toBe(KIT);
  held.revision = 2;
  await store.refresh();
  expect(store.state.getState().kit).toBe(EMPTY_KIT);
});
