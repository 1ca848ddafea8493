import { describe, expect, test } from "vitest";
import { SIGNED_PARAMS, textToSign } from "@/lib/link/signed-query";
import { sealToken, signText } from "@/lib/server/link-signing";
import type { LinkLimits } from "@/lib/server/picture-reads";
import { seal } from "@/lib/server/sealed-secret";
import { field, image, text } from "@/lib/template/starters/build";
import { handlerRig, live, NAME_TAG } from "./testing/handler-rig";

const SECRETS = ["npsign_new", "npsign_old"];
const NOON = Date.parse("2026-07-01T12:00:00Z");

const WITH_PICTURE = {
  ...NAME_TAG,
  fields: [...NAME_TAG.fields, field("photo", "Photo", { type: "image" })],
  layers: [
    text({ id: "name", name: "Name", x: 8, y: 8, width: 200, height: 44 }, "Hello {{first_name}}!"),
    image(
      { id: "photo", name: "Photo", x: 220, y: 8, width: 90, height: 44 },
      { source: { kind: "field", key: "photo" } },
    ),
  ],
};

function limitedRig(limits: Partial<LinkLimits> = {}, document = NAME_TAG) {
  const made = handlerRig();
  const { rig } = made;
  rig.clock = NOON;
  const set = (more: Partial<LinkLimits>, secrets = SECRETS) => {
    const plain = { linkId: "lnk_1", paused: false, expiresAt: null, maxRenders: null } as const;
    const settings: LinkLimits = { ...plain, policy: "open", allowedImageHosts: [], ...limits, ...more };
    const row = live("ver_3", document);
    if (row.state !== "live") throw new Error("it is");
    const signingKeys = secrets.map((secret) => seal("link-signing", "w", secret));
    rig.rows.set("own", { ...row, settings, signingKeys });
    rig.links.forget("own");
  };
  set({});
  const status = async (query: string) =>
    (await made.get(`/i/own.png${query && `?${query}`}`)).headers.get("x-render-status");
  return { ...made, set, status };
}

const signed = (query: string, secret = SECRETS[0] ?? "", key = "own") =>
  `${query}${query && "&"}${SIGNED_PARAMS.signature}=${signText(secret, textToSign(key, query))}`;

const fallback = (reason: string) => `fallback; reason=${reason}`;

describe("a paused link", () => {
  test("shows its picture without values, for as long as it is, also to who asked before", async () => {
    const { rig, set, status, bytes, atOnce } = limitedRig();
    const plain = await bytes("/i/own.png");
    expect(await status("first_name=Ann")).toBe("ok");
    expect(atOnce("/i/own.png?first_name=Ann")?.headers["X-Render-Status"]).toBe("ok");
    set({ paused: true });
    expect(await status("first_name=Ann")).toBe(fallback("paused"));
    expect(await bytes("/i/own.png?first_name=Ann")).toEqual(plain);
    set({ paused: false });
    expect(await status("first_name=Ann")).toBe("ok");
    expect(rig.events.at(-1)?.error).toBeUndefined();
  });
});

describe("a link that ends", () => {
  test("shows its picture without values from then on, and no cache keeps it beyond", async () => {
    const { rig, get, status, atOnce } = limitedRig({ expiresAt: NOON + 30_000 });
    const path = "/i/own.png?first_name=Ann";
    const control = async () => (await get(path)).headers.get("cache-control");
    expect(await control()).toBe("public, max-age=0, s-maxage=30");
    rig.clock = NOON + 10_000;
    expect(atOnce(path)?.headers["Cache-Control"]).toBe("public, max-age=0, s-maxage=20");
    rig.clock = NOON + 15_000;
    expect(atOnce(path)?.headers["Cache-Control"]).toBe("public, max-age=0, s-maxage=15");
    rig.clock = NOON + 30_000;
    expect(await status("first_name=Ann")).toBe(fallback("expired"));
    expect(await control()).toBe("public, max-age=30");
  });
});

describe("a link with a limit", () => {
  test("makes so many pictures; those it made are shown on, without being counted", async () => {
    const { rig, status, bytes } = limitedRig({ maxRenders: 2 });
    const plain = await handlerRig().bytes("/i/tag.png");
    rig.rendersLeft = 2;
    for (let round = 0; round < 3; round += 1) {
      expect(await status("first_name=Ann")).toBe("ok");
      expect(await status("first_name=Bo")).toBe("ok");
    }
    expect(rig.rendersLeft).toBe(0);
    expect(await status("first_name=Cem")).toBe(fallback("limit"));
    // What stands in for it is not counted.
    expect(await bytes("/i/own.png?first_name=Cem")).toEqual(plain);
    expect(await status("first_name=Ann")).toBe("ok");
    expect(rig.events.every(({ error }) => error === undefined)).toBe(true);
  });

  test("one that makes no more does not keep another link from the same picture", async () => {
    const { rig, get, status } = limitedRig({ maxRenders: 1 });
    const [used, free] = await Promise.all([
      status("first_name=Dana"),
      get("/i/tag.png?first_name=Dana").then(({ headers }) => headers.get("x-render-status")),
    ]);
    expect([used, free]).toEqual([fallback("limit"), "ok"]);
    expect(rig.events.every(({ error }) => error === undefined)).toBe(true);
  });

  test("one without a limit is not counted", async () => {
    const { rig, status } = limitedRig();
    expect(await status("first_name=Ann")).toBe("ok");
    expect(rig.rendersLeft).toBe(0);
  });
});

describe("a link for signed addresses", () => {
  test("shows what is signed, by any key that holds, however it is spelt", async () => {
    const { bytes, status, set } = limitedRig({ policy: "signed" });
    const query = "first_name=Nguy%E1%BB%85n%20Hoa&_scale=2";
    const first = await bytes(`/i/own.png?${signed(query)}`);
    const tail = signed(query).split("&").at(-1);
    const spelt = `_scale=2&first_name=Nguye%CC%82%CC%83n+Hoa&${tail}`;
    expect(await status(spelt)).toBe("ok");
    expect(await bytes(`/i/own.png?${spelt}`)).toEqual(first);
    expect(await status(signed(query, SECRETS[1]))).toBe("ok");
    // A lenient reader would take this plus for one, and the space for none.
    const number = signed("first_name=%2049");
    const plus = number.replace("%20", "+");
    expect(await bytes(`/i/own.png?${plus}`)).toEqual(await bytes(`/i/own.png?${number}`));
    set({}, SECRETS.slice(0, 1));
    expect(await status(signed(query, SECRETS[1]))).toBe(fallback("signature"));
    expect(await status(signed(query))).toBe("ok");
  });

  test("shows its picture without values for anything else", async () => {
    const { bytes, status } = limitedRig({ policy: "signed" });
    const plain = await bytes("/i/own.png");
    const right = signed("first_name=Ann");
    const wrong = [
      "first_name=Ann",
      right.replace("Ann", "Bob"),
      `${right}&first_name=Bob`,
      `${right}&utm_source=x`,
      `first_name=Bob#&${right}`,
      right.replace("_sig", "_SIG"),
      signed("first_name=Ann", "npsign_guessed"),
      signed("first_name=Ann", SECRETS[0], "other"),
      `${right}&${SIGNED_PARAMS.signature}=`,
    ];
    expect(await status(`${right}&_scale=2`)).toBe(fallback("signature"));
    for (const query of wrong) {
      expect(await status(query), query).toBe(fallback("signature"));
      expect(await bytes(`/i/own.png?${query}`)).toEqual(plain);
    }
  });

  test("until the end that was signed, a minute of clocks aside", async () => {
    const { rig, status, atOnce } = limitedRig({ policy: "signed" });
    const query = signed(`first_name=Ann&${SIGNED_PARAMS.expiry}=${NOON / 1000}`);
    rig.clock = NOON + 59_999;
    expect(await status(query)).toBe("ok");
    expect(atOnce(`/i/own.png?${query}`)).not.toBeNull();
    rig.clock = NOON + 60_000;
    expect(atOnce(`/i/own.png?${query}`)).toBeNull();
    expect(await status(query)).toBe(fallback("signature"));
    const odd = signed(`first_name=Ann&${SIGNED_PARAMS.expiry}=soon`);
    expect(await status(odd)).toBe(fallback("signature"));
  });
});

test("an address longer than any is not looked at for a signature or a token", async () => {
  const { status } = limitedRig({ policy: "signed" });
  const long = `first_name=${"a&".repeat(5_000)}`;
  expect(await status(signed(long))).toBe(fallback("signature"));
  const open = limitedRig();
  expect(await open.status(`${long}&_t=x`)).toBe("ok");
});

describe("encrypted values", () => {
  const token = (link = "own", expiresAt: Date | null = null) =>
    sealToken(SECRETS[1] ?? "", link, { values: { first_name: "Nguyễn", other: "x" }, expiresAt });

  test.each(["open", "signed_remote", "signed"] as const)(
    "count as signed on a link that is %s",
    async (policy) => {
      const { bytes, status } = limitedRig({ policy: "open" });
      const same = await bytes("/i/own.png?first_name=Nguy%E1%BB%85n");
      const closed = limitedRig({ policy });
      expect(await closed.status(`_t=${token()}`)).toBe("ok");
      // What else the address says of values is not heard.
      expect(await closed.bytes(`/i/own.png?first_name=Bob&_t=${token()}`)).toEqual(same);
      expect(await status("")).toBe("ok");
    },
  );

  test("damaged, another link's, or too old: the picture without values", async () => {
    const { rig, bytes, status } = limitedRig();
    const plain = await bytes("/i/own.png");
    const old = token("own", new Date(NOON));
    expect(await status(`_t=${old}`)).toBe("ok");
    rig.clock = NOON + 60_000;
    for (const wrong of [old, token("other"), `${token()}A`, "", "x", token().slice(2)]) {
      expect(await status(`first_name=Bob&_t=${wrong}`), wrong).toBe(fallback("token"));
      expect(await bytes(`/i/own.png?first_name=Bob&_t=${wrong}`)).toEqual(plain);
    }
  });
});

describe("pictures by address", () => {
  test("the one that the design shows itself needs no signature, and lets in no other host", async () => {
    const fallback = "https://images.example.com/default.png";
    const [name, photo] = WITH_PICTURE.fields;
    if (!name || !photo) throw new Error("it has two fields");
    const document = { ...WITH_PICTURE, fields: [name, { ...photo, fallback }] };
    const { rig, get } = limitedRig({ policy: "signed_remote" }, document);
    await get("/i/own.png?first_name=Ann");
    expect(rig.remotes).toEqual([fallback]);
    await get("/i/own.png?photo=https%3A%2F%2Fevil.example.net%2Fa.png");
    expect(rig.remotes.filter((url) => url.includes("evil"))).toEqual([]);
  });

  const photo = "photo=https%3A%2F%2Fimages.example.com%2Fa.png";

  test.each([
    ["open", [], "", true],
    ["open", ["cdn.example.net"], "", false],
    ["open", ["*.example.com"], "", true],
    ["signed_remote", [], "", false],
    ["signed_remote", ["images.example.com"], "", true],
    ["signed_remote", ["cdn.example.net"], "", false],
    ["signed_remote", [], "signed", true],
    ["signed_remote", ["cdn.example.net"], "signed", false],
    ["signed", [], "", false],
    ["signed", [], "signed", true],
    ["signed", [], "wrong", false],
    ["signed_remote", ["images.example.com"], "wrong", false],
  ] as const)("%s, hosts %j, %s: fetched %s", async (policy, hosts, how, isFetched) => {
    const { rig, get } = limitedRig({ policy, allowedImageHosts: [...hosts] }, WITH_PICTURE);
    const query = how === "" ? photo : signed(photo);
    await get(`/i/own.png?${how === "wrong" ? `${query}x` : query}`);
    expect(rig.remotes.length > 0).toBe(isFetched);
  });
});
