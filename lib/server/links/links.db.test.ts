import { beforeEach, expect, test } from "vitest";
import { linkState } from "@/lib/link/link-state";
import { countRender, readLink, readLinkPointer } from "@/lib/server/picture-reads";
import { newApiWorld } from "@/lib/server/testing/api-world";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { db } from "../db";
import { isSignedBy, openToken } from "../link-signing";
import { unseal } from "../sealed-secret";
import { addLink } from "./create-link";
import { deleteLink, restoreLink } from "./delete-link";
import { changeLink } from "./link-settings";
import { listLinks, loadLink } from "./list-links";
import { signLinkUrl, signLinkUrlInput } from "./sign-link-url";
import { createSigningKey, listSigningKeys, revealSigningKey, revokeSigningKey } from "./signing-keys";

withTestDatabase();

let owner: Person;
let templateId: string;
let linkId: string;
let key: string;

beforeEach(async () => {
  owner = await newPerson();
  ({ templateId, linkId } = await newApiWorld(owner));
  await db().signingKey.deleteMany({ where: { workspaceId: owner.scope.workspaceId } });
  ({ key } = await loadLink(owner.scope, linkId));
});

test("a link that nothing is special about says so; each setting shows in what the picture path reads", async () => {
  const plain = await readLink(key);
  expect(plain).not.toHaveProperty("settings");
  expect(plain).not.toHaveProperty("signingKeys");
  const expiresAt = "2030-01-01T00:00:00Z";
  const steps = [
    { paused: true },
    { paused: false, expiresAt },
    { maxRenders: 5 },
    { policy: "signed" as const },
    { allowedImageHosts: ["https://Images.example.com/x"] },
  ];
  const pointers = [await readLinkPointer(key)];
  for (const step of steps) {
    await changeLink(owner.scope, linkId, step);
    pointers.push(await readLinkPointer(key));
  }
  await createSigningKey(owner.scope);
  pointers.push(await readLinkPointer(key));
  expect(new Set(pointers).size).toBe(pointers.length);
  const row = await readLink(key);
  expect(row).toMatchObject({
    settings: {
      linkId,
      paused: false,
      expiresAt: Date.parse(expiresAt),
      maxRenders: 5,
      policy: "signed",
      allowedImageHosts: ["images.example.com"],
    },
    signingKeys: [expect.stringMatching(/^v1\./)],
  });
  const off = { expiresAt: null, maxRenders: null, policy: "open" as const, allowedImageHosts: [] };
  await changeLink(owner.scope, linkId, off);
  expect(await readLink(key)).not.toHaveProperty("settings");
});

test("pausing a paused link leaves since when it is", async () => {
  const first = await changeLink(owner.scope, linkId, { paused: true }, new Date(1_000));
  const again = await changeLink(owner.scope, linkId, { paused: true }, new Date(2_000));
  expect(again.pausedAt).toEqual(first.pausedAt);
});

test("the state says what the link does now", () => {
  const link = { pausedAt: null, expiresAt: null, maxRenders: null, renders: 9 };
  const now = new Date(1_000);
  expect(linkState(link, now)).toBe("live");
  expect(linkState({ ...link, pausedAt: now }, now)).toBe("paused");
  expect(linkState({ ...link, expiresAt: now }, now)).toBe("expired");
  expect(linkState({ ...link, maxRenders: 10 }, now)).toBe("live");
  expect(linkState({ ...link, maxRenders: 9 }, now)).toBe("used_up");
});

test("a hundred at once under a limit of seven count seven", async () => {
  await changeLink(owner.scope, linkId, { maxRenders: 7 });
  const all = await Promise.all(Array.from({ length: 100 }, () => countRender(linkId)));
  expect(all.filter(Boolean)).toHaveLength(7);
  expect((await loadLink(owner.scope, linkId)).renders).toBe(7);
});

test("twenty who make a template's last link at once make one", async () => {
  const { workspaceId } = owner.scope;
  const rows = Array.from({ length: 198 }, (_, at) => ({ id: `lnk_${linkId}${at}`, key: `${key}${at}` }));
  await db().link.createMany({ data: rows.map((row) => ({ ...row, workspaceId, templateId })) });
  await Promise.all(Array.from({ length: 10 }, () => db().$queryRaw`SELECT pg_sleep(0.2)::text`));
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => addLink(owner.scope, { templateId })),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  // Nor does one come back past the most there may be.
  await deleteLink(owner.scope, linkId);
  await addLink(owner.scope, { templateId });
  await expect(restoreLink(owner.scope, linkId)).rejects.toMatchObject({ code: "conflict" });
});

test("links are found by name, template and key, in reach only", async () => {
  await changeLink(owner.scope, linkId, { name: "Łódź spring" });
  const found = async (search: string, by = owner) =>
    (await listLinks(by.scope, { search, limit: 10 })).links.map(({ id }) => id);
  expect(await found("ŁÓDŹ spr")).toEqual([]);
  expect(await found("spring")).toEqual([linkId]);
  expect(await found(key.slice(2, 9))).toEqual([linkId]);
  expect(await found("canar")).toContain(linkId);
  expect(await found("100%")).toEqual([]);
  const guest = await newMember(owner, "guest", "Client", []);
  expect(await found("spring", guest)).toEqual([]);
  expect(await found("spring", await newPerson())).toEqual([]);
});

test("five signing keys hold at most; a revoked one is nowhere any more", async () => {
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => createSigningKey(owner.scope)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  const [newest] = await listSigningKeys(owner.scope);
  const { secret } = await revealSigningKey(owner.scope, newest?.id ?? "");
  expect(secret).toMatch(/^npsign_[\w-]{43}$/);
  const stored = await db().signingKey.findUniqueOrThrow({ where: { id: newest?.id ?? "" } });
  expect(stored.secret).not.toContain(secret.slice(8));
  expect(unseal("link-signing", "another", stored.secret)).toBeNull();
  await revokeSigningKey(owner.scope, newest?.id ?? "");
  await expect(revealSigningKey(owner.scope, newest?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  expect(await listSigningKeys(owner.scope)).toHaveLength(4);
});

test("an address is signed with the newest key, for exactly its values and its end", async () => {
  await createSigningKey(owner.scope, new Date(1_000));
  const newest = await createSigningKey(owner.scope, new Date(2_000));
  const now = new Date("2026-07-01T12:00:00Z");
  const input = signLinkUrlInput.parse({
    values: { first_name: "O'Neil & Sons", points: 5 },
    format: "jpg",
    scale: 2,
    expiresIn: 60,
  });
  const { url, expiresAt } = await signLinkUrl(owner.scope, linkId, input, now);
  expect(expiresAt).toEqual(new Date("2026-07-01T12:01:00Z"));
  const { pathname, search } = new URL(url);
  expect(pathname).toBe(`/i/${key}.jpg`);
  const signature = new URLSearchParams(search).get("_sig") ?? "";
  const canonical = `_exp=${now.getTime() / 1000 + 60}&_scale=2&first_name=O%27Neil%20%26%20Sons&points=5`;
  expect(isSignedBy([newest.secret], `nameplate-link-v1\n${key}\n${canonical}`, signature)).toBe(true);

  const sealed = await signLinkUrl(owner.scope, linkId, { ...input, encrypt: true }, now);
  expect(sealed.url).not.toContain("Neil");
  const token = new URL(sealed.url).searchParams.get("_t") ?? "";
  expect(openToken([newest.secret], key, token)).toEqual({
    values: { first_name: "O'Neil & Sons", points: "5" },
    expiresAt,
  });
});

test("ten who sign first at once make one key", async () => {
  const input = signLinkUrlInput.parse({});
  await Promise.all(Array.from({ length: 10 }, () => signLinkUrl(owner.scope, linkId, input)));
  expect(await listSigningKeys(owner.scope)).toHaveLength(1);
});

test("values too long to be read are refused", async () => {
  const values = { a: "x".repeat(4000), b: "y".repeat(4000), c: "z".repeat(400) };
  const input = signLinkUrlInput.parse({ values });
  await expect(signLinkUrl(owner.scope, linkId, input)).rejects.toMatchObject({ code: "too_large" });
});
