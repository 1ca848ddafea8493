import { beforeAll, describe, expect, test } from "vitest";
import { SIGNED_PARAMS, signedParam, textToSign } from "@/lib/link/signed-query";
import { admit } from "@/lib/render/admit";
import { createLinkCache, type LinkCache } from "@/lib/render/link-cache";
import { isSignedBy, openToken } from "../link-signing";
import { readLink, readLinkPointer } from "../picture-reads";
import { createTemplate } from "../templates/create-template";
import { publishTemplate } from "../templates/publish-template";
import { newPicture } from "../testing/api-world";
import { withTestDatabase } from "../testing/database";
import { newPerson } from "../testing/people";
import { RUNNERS, runSample } from "../testing/run-sample";
import { changeLink } from "./link-settings";
import { listLinks } from "./list-links";
import { createSigningKey } from "./signing-keys";
import { encryptingSample, SIGNING_KEY_VARIABLE, signingSample } from "./signing-samples";

/** The programs shown under the signing keys, run as they stand: the server admits what they make. */

withTestDatabase();

const ORIGIN = "http://localhost:3000";

/** By what they try. */
const VALUES: Record<string, Record<string, string>> = {
  "a name with marks": { first_name: "Nguyễn Thị Hoa", city: "Huế" },
  "an ampersand and an apostrophe": { company: "O'Neil & Sons (50% off!*)", first_name: "O'Neil" },
  "an emoji of several parts": { first_name: "Zoë 👩🏽‍🚀", note: "🎉+1" },
  "marks that stand by themselves (NFD)": { first_name: "Nguyễn Thị Hoà".normalize("NFD") },
  "quotes, a backslash and a new line": { note: 'She said "hi\\"\nand = went?#' },
  nothing: {},
};

let key: string;
let secret: string;
let cache: LinkCache;

beforeAll(async () => {
  const owner = await newPerson("Owner");
  const from = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;
  const { id } = await createTemplate(owner.scope, { name: "Signed", from });
  await publishTemplate(owner.scope, id, 1);
  secret = (await createSigningKey(owner.scope)).secret;
  const [link] = (await listLinks(owner.scope, { limit: 1 })).links;
  if (!link) throw new Error("A template that was published has a link.");
  await changeLink(owner.scope, link.id, { policy: "signed" });
  key = link.key;
  cache = createLinkCache({ pointer: readLinkPointer, link: readLink });
});

/** The query of the address that a program says. */
async function queryFrom(language: "typescript" | "python", program: string): Promise<string> {
  const found: string[] = [];
  const variables = { [SIGNING_KEY_VARIABLE]: secret };
  await runSample(language, program, { key: "", picture: newPicture(), variables }, async (run) => {
    expect([run.exitCode, run.output]).toEqual([0, expect.stringMatching(/^http\S+\n$/)]);
    found.push(run.output.trim());
  });
  const url = new URL(found[0] ?? "");
  expect([url.origin, url.pathname]).toEqual([ORIGIN, `/i/${key}.png`]);
  return url.search.slice(1);
}

async function admitted(query: string, now = Date.now()) {
  const { link } = await cache.get(key);
  if (link?.state !== "live") throw new Error("The link is not live.");
  return admit(link, key, query, now);
}

const nfc = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.normalize("NFC")]));

const signers = RUNNERS.filter(({ language }) => language !== "curl");

describe.each(signers)("signed in $name", ({ language, isThere }) => {
  if (language === "curl") return;

  test.skipIf(!isThere).each(Object.entries(VALUES))("%s", async (_, values) => {
    const query = await queryFrom(
      language,
      signingSample(language, { origin: ORIGIN, linkKey: key, values }),
    );
    const signature = signedParam(query, SIGNED_PARAMS.signature) ?? "";
    expect(isSignedBy([secret], textToSign(key, query), signature)).toBe(true);
    const admission = await admitted(query);
    expect(admission.refusal).toBeNull();
    expect(Object.fromEntries(new URLSearchParams(admission.rawQuery))).toEqual(nfc(values));
    // One value more, and it is another address.
    expect((await admitted(`${query}&extra=1`)).refusal).toBe("signature");
  });

  test.skipIf(!isThere)("for a minute, and no longer", async () => {
    const program = signingSample(language, { origin: ORIGIN, linkKey: key, values: { a: "1" } });
    const call = language === "python" ? '{ "a": "1" }))' : '{ "a": "1" }));';
    expect(program).toContain(call);
    const query = await queryFrom(language, program.replace(call, call.replace("}", "}, 60")));
    expect((await admitted(query)).refusal).toBeNull();
    expect((await admitted(query, Date.now() + 3 * 60_000)).refusal).toBe("signature");
  });
});

describe("encrypted in typescript", () => {
  test.each(Object.entries(VALUES))("%s", async (_, values) => {
    const query = await queryFrom("typescript", encryptingSample({ origin: ORIGIN, linkKey: key, values }));
    const token = signedParam(query, SIGNED_PARAMS.token) ?? "";
    expect(openToken([secret], key, token)).toEqual({ values, expiresAt: null });
    expect(openToken([secret], "another-link", token)).toBeNull();
    expect(await admitted(query)).toMatchObject({ refusal: null, values });
  });

  test("for a minute, and no longer", async () => {
    const program = encryptingSample({ origin: ORIGIN, linkKey: key, values: { a: "1" } });
    const query = await queryFrom("typescript", program.replace('{ "a": "1" }));', '{ "a": "1" }, 60));'));
    expect((await admitted(query)).refusal).toBeNull();
    expect((await admitted(query, Date.now() + 3 * 60_000)).refusal).toBe("token");
  });
});
