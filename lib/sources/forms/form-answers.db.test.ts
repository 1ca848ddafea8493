import { parse } from "parse5";
import { beforeEach, describe, expect, test } from "vitest";
import { withTestDatabase } from "@/lib/server/testing/database";
import { showForm } from "./answer-form";
import { FORM, type FormRig, NOW, openFormRig } from "./testing/form-rig";

withTestDatabase();

let newForm: FormRig["newForm"];
let rows: FormRig["rows"];
let send: FormRig["send"];
beforeEach(async () => {
  ({ newForm, rows, send } = await openFormRig());
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
