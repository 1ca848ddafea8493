import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { ask } from "@/lib/server/testing/ask";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, PASSWORD, type Person } from "@/lib/server/testing/people";
import { DELETE, POST } from "../../../app/api/account/connected/[id]/route";
import { identify } from "../identity";
import { newId } from "../ids";
import { tokenHolds } from "../one-time-tokens";
import { connectCookieName } from "./connect-intent";
import type { ProviderId } from "./provider-id";
import { type FakePerson, type FakeProvider, startFakeProvider } from "./testing/fake-provider";
import { oauthBrowser } from "./testing/oauth-browser";

withTestDatabase({
  NAMEPLATE_MODE: "local",
  GOOGLE_CLIENT_ID: "google-id",
  GOOGLE_CLIENT_SECRET: "google-secret",
  GITHUB_ID: "github-id",
  GITHUB_SECRET: "github-secret",
});

let provider: FakeProvider;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  provider = await startFakeProvider();
});
afterAll(() => provider.stop());

const HOME = "http://localhost:3000/home";
const BACK = "/my-place/settings";

let last = 1000;
function somebody(more: Partial<FakePerson> = {}): FakePerson {
  last += 1;
  return { id: String(last), name: "Łukasz", email: `${newId("usr")}@example.com`, verified: true, ...more };
}

/** Who a browser is signed in as. */
const whoIs = (browser: ReturnType<typeof oauthBrowser>) => identify((name) => browser.jar.get(name));

const userOf = ({ identity }: Person) => db().user.findUniqueOrThrow({ where: { id: identity.userId } });
const confirmed = (person: Person) =>
  db().user.update({ where: { id: person.identity.userId }, data: { emailVerifiedAt: new Date() } });
const accountsOf = (userId: string) => db().oAuthAccount.findMany({ where: { userId } });

test.each<ProviderId>(["google", "github"])(
  "%s makes a person once, and knows them afterwards",
  async (id) => {
    const at = somebody();
    const first = oauthBrowser(provider);
    expect(await first.enter(id, at)).toMatchObject({ status: 302, location: HOME });
    const identity = await whoIs(first);
    const user = await db().user.findUniqueOrThrow({
      where: { email: at.email },
      include: { members: true },
    });
    expect(user).toMatchObject({ id: identity?.userId, name: "Łukasz", passwordHash: null });
    expect(user.emailVerifiedAt).not.toBeNull();
    expect(user.members).toMatchObject([{ role: "owner" }]);
    expect(await db().session.findUnique({ where: { id: identity?.sessionId ?? "" } })).toMatchObject({
      userAgent: "vitest",
    });
    // The address there may change; who it is does not.
    const again = oauthBrowser(provider);
    await again.enter(id, { ...at, email: "another@example.com" });
    expect((await whoIs(again))?.userId).toBe(user.id);
  },
);

test.each<ProviderId>(["google", "github"])("%s without a confirmed address makes nobody", async (id) => {
  const at = somebody({ verified: false });
  const browser = oauthBrowser(provider);
  expect((await browser.enter(id, at)).location).toBe("http://localhost:3000/sign-in?problem=unverified");
  expect(await whoIs(browser)).toBeNull();
  expect(await db().user.count({ where: { email: { in: [at.email, "shown@example.com"] } } })).toBe(0);
});

test("an account here is connected by itself only when both sides have confirmed the address", async () => {
  const person = await newPerson();
  const { id: userId, email } = await userOf(person);
  const at = somebody({ email });
  const browser = oauthBrowser(provider);
  expect((await browser.enter("google", at)).location).toContain("problem=exists");
  await confirmed(person);
  expect((await browser.enter("github", { ...at, verified: false })).location).toContain(
    "problem=unverified",
  );
  expect(await accountsOf(userId)).toEqual([]);
  expect(await whoIs(browser)).toBeNull();
  await browser.enter("google", at);
  expect((await whoIs(browser))?.userId).toBe(userId);
  // Another account of the same provider with the same address is somebody else's.
  const other = oauthBrowser(provider);
  expect((await other.enter("google", somebody({ email }))).location).toContain("problem=exists");
  expect(await whoIs(other)).toBeNull();
});

test("connecting in the settings needs the button to have been pressed in this very session", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const at = somebody();
  const press = async (by: Person, id: ProviderId) => {
    const said = {
      method: "POST",
      params: { id },
      cookie: by.cookie,
      body: { back: BACK, password: PASSWORD },
    };
    return (await ask(POST, said)).headers.get("set-cookie") ?? "";
  };
  const wrong = { method: "POST", params: { id: "google" }, cookie: person.cookie };
  for (const body of [{ back: BACK }, { back: BACK, password: "a wrong one" }]) {
    const refused = await ask(POST, { ...wrong, body });
    expect([refused.status, refused.headers.get("set-cookie")]).toEqual([422, null]);
  }
  const browser = oauthBrowser(provider);
  browser.keep(person.cookie);
  browser.keep(await press(person, "google"));
  expect((await browser.enter("google", at)).location).toBe(`http://localhost:3000${BACK}?connected=google`);
  expect(await accountsOf(person.identity.userId)).toMatchObject([{ provider: "google", email: at.email }]);
  expect(await whoIs(browser)).toEqual(person.identity);

  // Somebody else's wish, another provider's, and none at all connect nothing.
  for (const wish of [await press(person, "google"), await press(other, "github"), null]) {
    const elsewhere = oauthBrowser(provider);
    elsewhere.keep(other.cookie);
    if (wish) elsewhere.keep(wish);
    const stranger = somebody();
    await elsewhere.enter("google", stranger);
    expect(await accountsOf(other.identity.userId)).toEqual([]);
    expect((await whoIs(elsewhere))?.userId).not.toBe(other.identity.userId);
  }
  // One that is connected with somebody stays with them.
  const thief = oauthBrowser(provider);
  thief.keep(other.cookie);
  thief.keep(await press(other, "google"));
  expect((await thief.enter("google", at)).location).toContain(`${BACK}?problem=taken`);
  expect(await accountsOf(other.identity.userId)).toEqual([]);
  // What says that the button was pressed is no session.
  const wish = (await press(person, "google")).split(";")[0]?.replace(`${connectCookieName()}=`, "");
  expect(await identify(() => wish)).toBeNull();
});

test("whoever has a second step is asked for it here too", async () => {
  const person = await newPerson();
  const { id: userId, email } = await confirmed(person);
  await db().twoStep.create({ data: { userId, secret: "x", confirmedAt: new Date() } });
  const before = await db().session.count({ where: { userId } });
  const browser = oauthBrowser(provider);
  const { location } = await browser.enter("google", somebody({ email }));
  const token = location?.replace("http://localhost:3000/sign-in/link#", "") ?? "";
  expect(await tokenHolds("sign_in", token)).toBe(true);
  expect(await whoIs(browser)).toBeNull();
  expect(await db().session.count({ where: { userId } })).toBe(before);
});

test("an answer that this browser did not ask for is nobody's", async () => {
  const browser = oauthBrowser(provider);
  const at = somebody();
  const { location } = await browser.enter("google", at, (query) => query.set("state", "forged"));
  expect(location).toContain("error=OAuthCallback");
  expect(await whoIs(browser)).toBeNull();
  expect(await db().user.count({ where: { email: at.email } })).toBe(0);
});

test("the last way in stays", async () => {
  const browser = oauthBrowser(provider);
  const at = somebody();
  await browser.enter("google", at);
  const { userId = "" } = (await whoIs(browser)) ?? {};
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const disconnect = () => ask(DELETE, { method: "DELETE", params: { id: "google" }, cookie });
  await db().user.update({ where: { id: userId }, data: { emailVerifiedAt: null } });
  expect((await disconnect()).status).toBe(409);
  await db().user.update({ where: { id: userId }, data: { emailVerifiedAt: new Date() } });
  expect((await disconnect()).status).toBe(204);
  expect(await accountsOf(userId)).toEqual([]);
});

test.each(["//evil.example/settings", "/a/../settings", "https://evil.example/settings", "/a/settings?x"])(
  "%s is no place to come back to",
  async (back) => {
    const { cookie } = await newPerson();
    const answer = await ask(POST, { method: "POST", params: { id: "google" }, cookie, body: { back } });
    expect(answer.status).toBe(422);
  },
);
