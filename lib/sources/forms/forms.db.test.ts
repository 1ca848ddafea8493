import { createHash } from "node:crypto";
import { parse } from "parse5";
import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/f/[key]/route";
import { createTemplate } from "@/lib/server/templates/create-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { type FormInput, formInput } from "./form-input";
import { changeForm, deleteForm, listForms, setFormState } from "./manage-forms";
import { FORM, type FormRig, openFormRig } from "./testing/form-rig";

withTestDatabase();

let owner: FormRig["owner"];
let sourceId: string;
let newForm: FormRig["newForm"];
let rows: FormRig["rows"];
let send: FormRig["send"];
beforeEach(async () => {
  ({ owner, sourceId, newForm, rows, send } = await openFormRig());
});

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
