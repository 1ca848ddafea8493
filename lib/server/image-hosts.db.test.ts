import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeImageHosts, loadImageHosts } from "./image-hosts";
import { readLink, readLinkPointer } from "./picture-reads";
import { PUBLISHED_CHANNEL } from "./publish-listener";
import { createTemplate } from "./templates/create-template";
import { publishTemplate } from "./templates/publish-template";
import { withTestDatabase } from "./testing/database";
import { newPerson, type Person } from "./testing/people";

const database = withTestDatabase();

const heard: string[] = [];
let listener: pg.Client;
let person: Person;
beforeAll(async () => {
  person = await newPerson("Щёголева");
  listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  listener.on("notification", ({ payload }) => heard.push(...JSON.parse(payload ?? "[]")));
  await listener.query(`LISTEN ${PUBLISHED_CHANNEL}`);
});
afterAll(() => listener.end());

async function publishedLink(owner: Person): Promise<string> {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(owner.scope, { from });
  return (await publishTemplate(owner.scope, id, 1)).link.key;
}

test("any public host may be a source until somebody names some", async () => {
  expect(await loadImageHosts(person.scope)).toEqual({ hosts: [] });
  const typed = [" CDN.Example.com", "*.bücher.de", "https://cdn.example.com/a.png"];
  const { hosts } = await changeImageHosts(person.scope, typed);
  expect(hosts).toEqual(["*.xn--bcher-kva.de", "cdn.example.com"]);
  expect(await loadImageHosts(person.scope)).toEqual({ hosts });
  expect(await loadImageHosts((await newPerson()).scope)).toEqual({ hosts: [] });
});

test("a host that cannot be is refused with its place, and nothing is changed", async () => {
  const before = await loadImageHosts(person.scope);
  await expect(changeImageHosts(person.scope, ["a.example.com", "*.co.uk"])).rejects.toMatchObject({
    code: "invalid",
    path: "/hosts/1",
    message: expect.stringContaining("many different owners"),
  });
  expect(await loadImageHosts(person.scope)).toEqual(before);
});

test("the workspace's links carry the list, and are told of a change", async () => {
  const key = await publishedLink(person);
  const other = await publishedLink(await newPerson());
  const pointer = await readLinkPointer(key);
  await listener.query("SELECT 1");
  heard.length = 0;
  await changeImageHosts(person.scope, ["*.example.org"]);
  await listener.query("SELECT 1");
  expect(heard).toContain(key);
  expect(heard).not.toContain(other);
  expect(await readLink(key)).toMatchObject({ state: "live", allowedImageHosts: ["*.example.org"] });
  expect(await readLink(other)).toMatchObject({ state: "live", allowedImageHosts: [] });
  expect(await readLinkPointer(key)).not.toBe(pointer);
});
