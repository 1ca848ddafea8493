import { addLink } from "@/lib/server/links/create-link";
import type { Person } from "@/lib/server/testing/people";
import { formInput } from "@/lib/sources/forms/form-input";
import { createForm } from "@/lib/sources/forms/manage-forms";
import { deleteSource } from "@/lib/sources/manage-sources";
import { refillTable } from "@/lib/sources/tables/refill-table";
import { listOfRows } from "@/lib/sources/tables/table-list";
import { LIVE, newLiveSource } from "@/lib/sources/testing/new-live-source";
import { CANARY_ROW, newTable } from "@/lib/sources/testing/new-table";
import type { RouteExamples } from "../example";
import { newPublished } from "../things";

const S = "w/[workspace]/sources";
const L = "w/[workspace]/links";
const F = "w/[workspace]/forms";

const FORM = {
  title: "Who are you?",
  intro: "",
  questions: [{ column: "Name", label: "Your name", kind: "text", required: true, choices: [] }],
  thanks: "Thank you.",
  consent: "",
  byAddress: false,
  linkKey: null,
} as const;

async function newForm(owner: Person): Promise<string> {
  return (await createForm(owner.scope, await newTable(owner), formInput.parse(FORM))).id;
}

async function newLink(owner: Person): Promise<string> {
  return (await addLink(owner.scope, { templateId: await newPublished(owner) })).id;
}

/** A table with a list that waits to be shown. */
async function newFilling(owner: Person): Promise<{ id: string; number: string }> {
  const id = await newTable(owner);
  const { filling } = await refillTable(owner.scope, id, {}, listOfRows([CANARY_ROW]));
  return { id, number: String(filling) };
}

const list = () => new Blob(["Email,Name\nmaria@example.com,Canary\n"], { type: "text/csv" });
const key = CANARY_ROW.Email;

/** Of data that links look values up in. */
export const SOURCES_EXAMPLES: RouteExamples = {
  [`GET ${S}`]: async () => ({}),
  [`POST ${S}/preview`]: async () => ({ body: list() }),
  [`POST ${S}/tables`]: async (owner) => {
    // A workspace has a hundred at most, and the walks make more.
    await newTable(owner);
    return { query: "?name=Canary&keyColumn=Email&keyKind=email", body: list(), status: 201 };
  },
  [`GET ${S}/[id]`]: async (owner) => ({ id: await newTable(owner) }),
  [`PATCH ${S}/[id]`]: async (owner) => ({ id: await newTable(owner), body: { name: "Customers" } }),
  [`DELETE ${S}/[id]`]: async (owner) => ({ id: await newTable(owner), status: 204 }),
  [`POST ${S}/[id]/restore`]: async (owner) => {
    const id = await newTable(owner);
    await deleteSource(owner.scope, id);
    return { id };
  },
  [`GET ${S}/[id]/table`]: async (owner) => ({ id: await newTable(owner) }),
  [`PATCH ${S}/[id]/table`]: async (owner) => ({ id: await newTable(owner), body: { param: "guest" } }),
  [`GET ${S}/[id]/links`]: async (owner) => ({ id: await newTable(owner) }),
  [`GET ${S}/[id]/export`]: async (owner) => ({ id: await newTable(owner), query: "?raw=1" }),
  [`GET ${S}/[id]/rows`]: async (owner) => ({ id: await newTable(owner), query: "?limit=10" }),
  [`PUT ${S}/[id]/rows`]: async (owner) => ({
    id: await newTable(owner),
    body: { key, values: { Name: "Another" } },
  }),
  [`POST ${S}/[id]/rows/find`]: async (owner) => ({ id: await newTable(owner), body: { key } }),
  [`POST ${S}/[id]/rows/delete`]: async (owner) => ({
    id: await newTable(owner),
    body: { key },
    status: 204,
  }),
  [`POST ${S}/[id]/fillings`]: async (owner) => ({ id: await newTable(owner), body: list(), status: 201 }),
  [`PUT ${S}/[id]/fillings/[number]`]: async (owner) => ({
    ...(await newFilling(owner)),
    body: { over: 1 },
  }),
  [`DELETE ${S}/[id]/fillings/[number]`]: async (owner) => ({ ...(await newFilling(owner)), status: 204 }),
  [`POST ${S}/live`]: async (owner) => {
    await newLiveSource(owner);
    return { body: { name: "Canary live", ...LIVE }, status: 201 };
  },
  [`POST ${S}/live/test`]: async () => ({ body: { ...LIVE, sample: {} } }),
  [`GET ${S}/live/[id]`]: async (owner) => ({ id: await newLiveSource(owner) }),
  [`PUT ${S}/live/[id]`]: async (owner) => ({
    id: await newLiveSource(owner),
    body: { ...LIVE, config: { ...LIVE.config, cacheSeconds: 60 } },
  }),
  [`GET ${S}/[id]/forms`]: async (owner) => ({ id: await newTable(owner) }),
  [`POST ${S}/[id]/forms`]: async (owner) => ({ id: await newTable(owner), body: FORM, status: 201 }),
  [`PUT ${F}/[id]`]: async (owner) => ({ id: await newForm(owner), body: FORM }),
  [`PUT ${F}/[id]/state`]: async (owner) => ({ id: await newForm(owner), body: { state: "paused" } }),
  [`DELETE ${F}/[id]`]: async (owner) => ({ id: await newForm(owner), status: 204 }),
  [`GET ${L}/[id]/sources`]: async (owner) => ({ id: await newLink(owner) }),
  [`PUT ${L}/[id]/sources`]: async (owner) => ({
    id: await newLink(owner),
    body: { sources: [{ sourceId: await newTable(owner), mapping: { first_name: "Name" } }] },
  }),
};
