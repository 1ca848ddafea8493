import { createHash } from "node:crypto";
import { parse } from "parse5";
import { beforeEach, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/f/[key]/route";
import { db } from "@/lib/server/db";
import { takeProcessWide } from "@/lib/server/process-registry";
import { createTemplate } from "@/lib/server/templates/create-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createTable } from "../tables/create-table";
import { listRows } from "../tables/read-rows-of";
import { listOfRows } from "../tables/table-list";
import { answerForm, showForm } from "./answer-form";
import { type FormInput, formInput } from "./form-input";
import { ANSWERS_AN_HOUR } from "./form-limits";
import { formToken, judgeToken, LEAST_MS, MOST_MS } from "./form-token";
import { changeForm, createForm, deleteForm, listForms, setFormState } from "./manage-forms";

withTestDatabase();

const NOW = new Date("2026-12-01T12:00:00Z");
const FORM: FormInput = {
  title: "Your <favourite>",
  intro: "Tell us.\n\nIt shows at once.",
  questions: [
    { column: "Name", label: "Your name", kind: "text", required: true, choices: [] },
    { column: "Size", label: "Your size", kind: "choice", required: false, choices: ["S", "M"] },
    { column: "Count", label: "How many", kind: "number", required: false, choices: [] },
    { column: "Day", label: "When", kind: "date", required: false, choices: [] },
    { column: "Colour", label: "Colour", kind: "colour", required: false, choices: [] },
    { column: "News", label: "Send me news", kind: "yes_no", required: false, choices: [] },
  ],
  thanks: "Thank you & see you.",
  consent: "",
  byAddress: false,
  linkKey: null,
};
const ROW = {
  Email: "maria@example.com",
  Name: "Maria",
  Size: "",
  Count: "",
  Day: "",
  Colour: "",
  News: "",
  Kept: "kept",
};

let owner: Person;
let sourceId: string;
beforeEach(async () => {
  takeProcessWide("form-limiter");
  owner = await newPerson();
  const options = { name: "Guests", keyColumn: "Email", param: "id", keyKind: "email" } as const;
  ({
    source: { id: sourceId },
  } = await createTable(owner.scope, options, listOfRows([ROW])));
});

async function newForm(change: Partial<FormInput> = {}): Promise<{ id: string; key: string }> {
  const { id, url } = await createForm(owner.scope, sourceId, formInput.parse({ ...FORM, ...change }));
  return { id, key: url.split("/").at(-1) ?? "" };
}

const rows = async () => (await listRows(owner.scope, sourceId, { limit: 100 })).rows;

type Sent = { answers?: Record<string, string>; age?: number; from?: string; length?: number };

/** Answers a form whose page was asked for some time ago. */
function send(
  { id, key }: { id: string; key: string },
  { answers = {}, age = 10_000, from = "203.0.113.7", length }: Sent,
) {
  const body = new URLSearchParams({ _token: formToken(id, NOW.getTime() - age), ...answers }).toString();
  const headers = { "x-forwarded-for": from, ...(length ? { "content-length": String(length) } : {}) };
  return answerForm(key, new Request("http://localhost/f/x", { method: "POST", body, headers }), NOW);
}

describe("a form", () => {
  test("shows its questions as plain, safe HTML without scripts, cookies or a place in search engines", async () => {
    const { key } = await newForm({ consent: "I agree" });
    const answer = await GET(new Request(`http://localhost/f/${key}?id=x`), {
      params: Promise.resolve({ key }),
    });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("Your &lt;favourite&gt;");
    expect(html).not.toContain("<favourite");
    expect(html).not.toMatch(/<script|<link |http:\/\/|https:\/\//);
    const faults: string[] = [];
    parse(html, { onParseError: ({ code }) => faults.push(code) });
    expect(faults).toEqual([]);
    for (const name of ["q0", "q1", "q2", "q3", "q4", "q5", "consent"]) {
      expect(html).toContain(`for="${name}"`);
      expect(html).toContain(`id="${name}"`);
    }
    const { headers } = answer;
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'nonce-/);
  });

  test("keeps an answer as a new row of its table, and counts it; other columns stay empty", async () => {
    const form = await newForm();
    const { status, html } = await send(form, {
      answers: { q0: " Zoë ", q1: "M", q2: "2.5", q3: "2026-12-24", q4: "#102030", q5: "yes", q9: "x" },
    });
    expect([status, html.includes("Thank you &amp; see you.")]).toEqual([200, true]);
    const [, row] = await rows();
    expect(row?.values).toMatchObject({
      ...{
        Name: "Zoë",
        Size: "M",
        Count: "2.5",
        Day: "2026-12-24",
        Colour: "#102030",
        News: "yes",
        Kept: "",
      },
    });
    expect(row?.key).toMatch(/^[0-9a-z]{24}$/);
    expect(await listForms(owner.scope, sourceId)).toMatchObject([{ answers: 1, state: "open" }]);
  });

  test("judges answers itself, says what is wrong beside each, and keeps what was typed", async () => {
    const form = await newForm();
    const { status, html } = await send(form, {
      answers: { q1: "XL", q2: "many", q3: "soon", q4: "red", q5: "yes" },
    });
    expect(status).toBe(422);
    expect(html).toContain("5 answers need another look.");
    for (const name of ["q0", "q1", "q2", "q3", "q4"])
      expect(html).toContain(`aria-describedby="${name}-note"`);
    expect(html).toContain('value="many"');
    expect(await rows()).toHaveLength(1);
  });

  test("goes by the address where it is set to: the recipient's row, by the address or a digest; the rest of it stays", async () => {
    const form = await newForm({ byAddress: true });
    await send(form, { answers: { _id: "MARIA@example.com", q0: "Mary" } });
    const digest = createHash("md5").update("maria@example.com").digest("hex");
    await send(form, { answers: { _id: digest, q0: "Mary Ann" } });
    expect((await rows()).map(({ key, values }) => [key, values.Name, values.Kept])).toEqual([
      ["maria@example.com", "Mary Ann", "kept"],
    ]);
    const other = await newForm();
    await send(other, { answers: { _id: "maria@example.com", q0: "Mallory" } });
    expect((await rows())[0]?.values.Name).toBe("Mary Ann");
  });

  test("thanks with the picture of the answers' own row, by a link of the workspace", async () => {
    const size = { width: 60, height: 30, displayWidth: 60 };
    const linkOf = async ({ scope }: Person) => {
      const { id } = await createTemplate(scope, { name: "Mail", from: { kind: "blank", ...size } });
      return (await publishTemplate(scope, id, 1)).link.key;
    };
    const form = await newForm({ linkKey: await linkOf(owner) });
    const { html } = await send(form, { answers: { q0: "Zoë" } });
    const [, row] = await rows();
    expect(html).toMatch(new RegExp(`<img class="picture" src="/i/[0-9A-Za-z]{16}\\.png\\?id=${row?.key}"`));
    const theirs = await linkOf(await newPerson());
    await expect(newForm({ linkKey: theirs })).rejects.toMatchObject({ path: "/linkKey" });
  });
});

describe("what is not answered", () => {
  const mary = { _id: "maria@example.com", q0: "Mary" };

  test("stays as it was answered before: the page does not show it, so that nobody can have cleared it", async () => {
    const form = await newForm({ byAddress: true });
    await send(form, { answers: { ...mary, q1: "M", q2: "2", q3: "2026-12-24", q4: "#102030", q5: "yes" } });
    await send(form, { answers: { ...mary, q1: "", q2: " ", q3: "", q4: "#336699", q4_none: "yes" } });
    expect((await rows())[0]?.values).toMatchObject({
      ...{ Name: "Mary", Size: "M", Count: "2", Day: "2026-12-24", Colour: "#102030" },
      // A box that is not ticked says no.
      News: "no",
    });
  });

  test("may be a colour, by a box that needs no script and is ticked at first", async () => {
    const form = await newForm();
    const { html } = await showForm(form.key, new URLSearchParams(), NOW);
    expect(html).toMatch(
      /<input class="none" type="checkbox" id="q4_none" name="q4_none" value="yes" checked>/,
    );
    await send(form, { answers: { q0: "Zoë", q4: "#336699", q4_none: "yes" } });
    await send(form, { answers: { q0: "Ada", q4: "#336699" } });
    expect((await rows()).map(({ values }) => values.Colour)).toEqual(["", "", "#336699"]);
    const again = await send(form, { answers: { q4: "#102030" } });
    expect(again.html).toContain('name="q4_none" value="yes">');
    expect(again.html).toContain('type="color" value="#102030"');
    const must = await newForm({
      questions: FORM.questions.map((each) => ({ ...each, required: each.kind === "colour" })),
    });
    expect((await showForm(must.key, new URLSearchParams(), NOW)).html).not.toContain("q4_none");
    expect((await send(must, { answers: { q4: "#336699", q4_none: "yes" } })).status).toBe(200);
  });

  test("is no answer where yes or no has to be chosen", async () => {
    const form = await newForm({ questions: FORM.questions.map((each) => ({ ...each, required: true })) });
    const answers = { q0: "Zoë", q1: "M", q2: "2", q3: "2026-12-24", q4: "#102030" };
    const { status, html } = await send(form, { answers });
    expect([status, html.includes("One answer needs another look.")]).toEqual([422, true]);
    const faults: string[] = [];
    parse(html, { onParseError: ({ code }) => faults.push(code) });
    expect(faults).toEqual([]);
    expect(html).toMatch(/<fieldset aria-describedby="q5-note"><legend>Send me news<\/legend>/);
    expect(html.match(/type="radio"[^>]* required/g)).toHaveLength(2);
    expect((await send(form, { answers: { ...answers, q5: "perhaps" } })).status).toBe(422);
    for (const q5 of ["no", "yes"])
      expect((await send(form, { answers: { ...answers, q5 } })).status).toBe(200);
    expect((await rows()).map(({ values }) => values.News)).toEqual(["", "no", "yes"]);
  });
});

describe("spam", () => {
  test("a page is taken once, however often and at once it is sent, and again where nothing was kept", async () => {
    const form = await newForm();
    const _token = formToken(form.id, NOW.getTime() - 10_000);
    const answers = { _token, q0: "Zoë" };
    const full = await db().dataSource.update({ where: { id: sourceId }, data: { rows: 500_000 } });
    expect((await send(form, { answers })).status).toBe(503);
    await db().dataSource.update({ where: { id: full.id }, data: { rows: 1 } });
    const sent = await Promise.all(
      ["203.0.113.7", "198.51.100.1", "192.0.2.1", "203.0.114.1"].map((from) =>
        send(form, { answers, from }),
      ),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await rows()).toHaveLength(2);
    // Of another process too, and however the page is written.
    takeProcessWide("form-limits");
    const again = await send(form, { answers: { ...answers, _token: `${_token}.x` } });
    expect([again.status, again.html.includes("were sent already")]).toEqual([409, true]);
    expect(await rows()).toHaveLength(2);
  });

  test("a form takes so many answers in an hour, from wherever they come; another one goes on", async () => {
    const form = await newForm();
    const other = await newForm();
    expect((await send(form, { answers: { q0: "first" } })).status).toBe(200);
    await db().rateLimit.updateMany({
      where: { key: { endsWith: form.id } },
      data: { points: ANSWERS_AN_HOUR },
    });
    expect((await send(form, { answers: { q0: "x" }, from: "198.51.100.1" })).status).toBe(429);
    expect((await send(other, { answers: { q0: "x" } })).status).toBe(200);
    expect(await rows()).toHaveLength(3);
  });

  test("what nobody sees, filled in, is thanked for and kept nowhere", async () => {
    const { status } = await send(await newForm(), {
      answers: { q0: "Buy", website: "https://spam.example" },
    });
    expect([status, (await rows()).length]).toEqual([200, 1]);
  });

  test("faster than anybody reads, late, or with a page that is not ours: asked once more", async () => {
    const form = await newForm();
    const other = await newForm();
    const answers = { q0: "Zoë" };
    const statuses = [
      (await send(form, { answers, age: LEAST_MS - 1 })).status,
      (await send(form, { answers, age: MOST_MS + 1 })).status,
      (await send({ ...form, id: other.id }, { answers })).status,
    ];
    expect([statuses, (await rows()).length]).toEqual([[422, 422, 422], 1]);
    expect(judgeToken(form.id, "x.y", NOW.getTime())).toBe("wrong");
    expect((await send(form, { answers, age: LEAST_MS })).status).toBe(200);
  });

  test("twenty answers of one network in ten minutes are kept, one more is not; another network's is", async () => {
    const form = await newForm();
    const statuses: number[] = [];
    for (let at = 0; at < 21; at++) statuses.push((await send(form, { answers: { q0: `n${at}` } })).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
    expect((await send(form, { answers: { q0: "x" }, from: "198.51.100.1" })).status).toBe(200);
  });

  test("a body that is too long is refused before it is read", async () => {
    const { key } = await newForm();
    const body = `q0=${"x".repeat(300_000)}`;
    const answer = await POST(new Request("http://localhost/f/x", { method: "POST", body }), {
      params: Promise.resolve({ key }),
    });
    expect([answer.status, (await rows()).length]).toEqual([413, 1]);
  });

  test("without the consent that is asked for nothing is kept", async () => {
    const form = await newForm({ consent: "I agree that my answers are kept." });
    expect((await send(form, { answers: { q0: "Zoë" } })).status).toBe(422);
    expect((await send(form, { answers: { q0: "Zoë", _consent: "yes" } })).status).toBe(200);
    expect(await rows()).toHaveLength(2);
  });
});

describe("who makes forms", () => {
  test("pauses, closes, changes and deletes them; rows stay", async () => {
    const form = await newForm();
    await send(form, { answers: { q0: "Zoë" } });
    await setFormState(owner.scope, form.id, { state: "paused" });
    expect((await send(form, { answers: { q0: "x" } })).status).toBe(503);
    await setFormState(owner.scope, form.id, { state: "closed" });
    expect((await send(form, { answers: { q0: "x" } })).status).toBe(410);
    expect((await changeForm(owner.scope, form.id, { ...FORM, title: "Other" })).title).toBe("Other");
    await deleteForm(owner.scope, form.id);
    expect((await send(form, { answers: { q0: "x" } })).status).toBe(404);
    expect(await rows()).toHaveLength(2);
  });

  test("asks for no column that is not there, nor for the one rows are found by, nor twice for one", async () => {
    const asking = (column: string) => [{ ...FORM.questions[0], column }] as FormInput["questions"];
    await expect(newForm({ questions: asking("City") })).rejects.toMatchObject({
      path: "/questions/0/column",
    });
    await expect(newForm({ questions: asking("Email") })).rejects.toMatchObject({
      path: "/questions/0/column",
    });
    const twice = formInput.safeParse({ ...FORM, questions: [...asking("Name"), ...asking("Name")] });
    expect(twice.success).toBe(false);
  });

  test("is of the workspace: nobody else changes a form or sees that it is there", async () => {
    const { id } = await newForm();
    const stranger = await newPerson();
    const refused = { code: "not_found" };
    await expect(changeForm(stranger.scope, id, FORM)).rejects.toMatchObject(refused);
    await expect(setFormState(stranger.scope, id, { state: "closed" })).rejects.toMatchObject(refused);
    await expect(deleteForm(stranger.scope, id)).rejects.toMatchObject(refused);
    await expect(listForms(stranger.scope, sourceId)).rejects.toMatchObject(refused);
  });
});
