import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { openSecrets } from "../look-up/source-secrets";
import { LIVE, newLiveSource } from "../testing/new-live-source";
import { changeHttpInput, createHttpInput, testHttpInput } from "./http-input";
import { loadHttp } from "./http-item";
import { changeHttp, createHttp } from "./manage-http";
import { testHttp } from "./test-http";
import { testDeps } from "./testing/test-deps";

withTestDatabase();

let owner: Person;
let id: string;
beforeEach(async () => {
  owner = await newPerson();
  id = await newLiveSource(owner);
});

const change = (config: object, secrets = {}) =>
  changeHttp(owner.scope, id, changeHttpInput.parse({ config: { ...LIVE.config, ...config }, secrets }));
const storedSecrets = async () => {
  const { secrets } = await db().dataSource.findUniqueOrThrow({ where: { id }, select: { secrets: true } });
  return { sealed: secrets, open: openSecrets(id, secrets) };
};

describe("a live source", () => {
  test("is told with everything but its secrets, which lie encrypted, bound to it", async () => {
    const item = await loadHttp(owner.scope, id);
    expect(item).toMatchObject({
      name: "Canary live",
      kind: "http",
      columns: ["Name", "Points"],
      asked: ["id"],
      secrets: ["api_key", "shop_key"],
      config: LIVE.config,
      health: null,
    });
    expect(JSON.stringify(item)).not.toContain("Zxq7");
    const { sealed, open } = await storedSecrets();
    expect(sealed).not.toContain("Zxq7");
    expect(open).toEqual(LIVE.secrets);
    expect(openSecrets("src_other", sealed)).toEqual({});
  });

  test("keeps secrets that are not given anew, forgets those that are named no more, and takes new ones", async () => {
    await change({ cacheSeconds: 60 });
    expect((await storedSecrets()).open).toEqual(LIVE.secrets);
    await change({ address: "https://api.example/v2/{{id}}" }, { api_key: "another key" });
    expect((await storedSecrets()).open).toEqual({ api_key: "another key" });
    await change({ address: "https://api.example/v2/{{id}}", headers: [] });
    expect((await storedSecrets()).sealed).toBeNull();
  });

  test("sends no stored secret to another host, scheme or port: it has to be entered again", async () => {
    for (const origin of ["https://evil.example", "http://api.example", "https://api.example.evil.example"]) {
      const address = `${origin}/{{id}}`;
      await expect(change({ address }), origin).rejects.toMatchObject({
        path: "/secrets/api_key",
        message: expect.stringContaining("entered for another host"),
      });
      const input = testHttpInput.parse({ id, config: { ...LIVE.config, address }, sample: { id: "1" } });
      await expect(testHttp(owner.scope, input, testDeps()), origin).rejects.toMatchObject({
        path: "/secrets/api_key",
      });
    }
    expect((await loadHttp(owner.scope, id)).config.address).toBe(LIVE.config.address);
    const item = await change({ address: "https://evil.example/{{id}}" }, { api_key: "theirs" });
    expect(item.config.address).toBe("https://evil.example/{{id}}");
    expect((await storedSecrets()).open).toEqual({ api_key: "theirs" });
  });

  test("asks for every secret that it names, and at no address inside", async () => {
    const make = (config: object, secrets = {}) =>
      createHttp(
        owner.scope,
        createHttpInput.parse({ name: "X", config: { ...LIVE.config, ...config }, secrets }),
      );
    await expect(make({})).rejects.toMatchObject({ path: "/secrets/shop_key" });
    const messages = new Set<string>();
    for (const host of [
      "127.0.0.1",
      "10.0.0.1",
      "[::1]",
      "localhost",
      "169.254.169.254",
      "metadata.google.internal",
      "0x7f.1",
      "api.example:22",
    ]) {
      const made = make({ address: `http://${host}/{{id}}`, headers: [] });
      messages.add(
        await made.then(
          () => "made",
          (error) => error.message,
        ),
      );
    }
    expect([...messages]).toEqual([expect.stringMatching(/^Data cannot be asked for at this address/)]);
  });

  test("keeps its values in the order in which they were chosen", async () => {
    const values = { Points: "/customer/points", A: "/a", Name: "/customer/name" };
    await change({ values });
    const { config, columns } = await loadHttp(owner.scope, id);
    expect([Object.keys(config.values), columns]).toEqual([Object.keys(values), Object.keys(values)]);
  });

  test("is changed once in the log, without what is secret, and not at all where nothing is other", async () => {
    await change({ cacheSeconds: 60 }, { api_key: "Zxq7-new" });
    await change({ cacheSeconds: 60 });
    await change({ cacheSeconds: 60 }, { api_key: "Zxq7-new" });
    const events = await db().auditEvent.findMany({
      where: { objectId: id },
      orderBy: { at: "asc" },
      select: { action: true, details: true },
    });
    expect(events).toEqual([
      { action: "source.create", details: { kind: "http" } },
      { action: "source.edit", details: { changed: ["how it is asked", "its secrets"] } },
    ]);
  });

  test("is nobody else's", async () => {
    const stranger = await newPerson();
    await expect(loadHttp(stranger.scope, id)).rejects.toMatchObject({ code: "not_found" });
    const input = changeHttpInput.parse({ config: LIVE.config });
    await expect(changeHttp(stranger.scope, id, input)).rejects.toMatchObject({ code: "not_found" });
    const test = testHttpInput.parse({ id, config: LIVE.config, sample: { id: "1" } });
    await expect(testHttp(stranger.scope, test, testDeps())).rejects.toMatchObject({ code: "not_found" });
  });
});
