import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { createProject } from "@/lib/server/projects";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { addUsage } from "./add-usage";
import { exportUsage } from "./export-usage";
import { listMonths } from "./list-months";
import { loadUsage } from "./load-usage";
import { loadWarning } from "./load-warning";
import { setPlan } from "./set-plan";

withTestDatabase();

let owner: Person;
let stranger: Person;
let client: string;
let other: string;

beforeAll(async () => {
  [owner, stranger] = [await newPerson("Owner"), await newPerson("Stranger")];
  client = (await createProject(owner.scope, "=Client")).id;
  other = (await createProject(owner.scope, "Other client")).id;
  const { workspaceId } = owner.scope;
  const row = (projectId: string, day: string, served: number, rendered = 0) => ({
    ...{ workspaceId, projectId, day, served, rendered },
  });
  const rows = [
    row(client, "2026-10-31", 3),
    row(client, "2026-11-01", 5, 2),
    row(other, "2026-11-01", 70, 1),
    row(other, "2026-11-30", 800),
    row("", "2026-11-02", 9000),
    row(client, "2026-12-01", 11),
  ];
  await addUsage({ id: "first", rows });
});

const NOVEMBER = { month: "2026-11" };
const LATER = new Date("2027-01-01T00:00:00Z");

test("a month by project and day, and the workspace against its plan", async () => {
  await setPlan(owner.scope.workspaceSlug, "growth");
  const { workspace, projects, days } = await loadUsage(owner.scope, NOVEMBER, LATER);
  expect(projects.map(({ id, name, served, rendered }) => [id, name, served, rendered])).toEqual([
    [null, null, 9000, 0],
    [other, "Other client", 870, 1],
    [client, "=Client", 5, 2],
  ]);
  expect(days).toHaveLength(30);
  expect(days.filter(({ served }) => served > 0).map(({ day, served }) => [day, served])).toEqual([
    ["2026-11-01", 75],
    ["2026-11-02", 9000],
    ["2026-11-30", 800],
  ]);
  expect(workspace).toEqual({
    plan: { id: "growth", name: "Growth" },
    batches: { used: 0, limit: 200 },
    served: { used: 9875, limit: 1_000_000 },
    rendered: { used: 3, limit: 100_000 },
    storage: { used: 0, limit: 10_000_000_000 },
    members: { used: 1, limit: 15 },
  });
  const until = await loadUsage(owner.scope, NOVEMBER, new Date("2026-11-03T23:59:59Z"));
  expect(until.days.map(({ day }) => day)).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
  expect((await listMonths(owner.scope)).map(({ month, served }) => [month, served])).toEqual([
    ["2026-12", 11],
    ["2026-11", 9875],
    ["2026-10", 3],
  ]);
});

test("nothing of another workspace, whatever is asked for", async () => {
  for (const query of [NOVEMBER, { ...NOVEMBER, project: client }]) {
    const { workspace, projects, days } = await loadUsage(stranger.scope, query, LATER);
    expect(workspace?.served.used).toBe(0);
    expect(projects).toEqual([]);
    expect(days.every(({ served }) => served === 0)).toBe(true);
  }
  expect(await listMonths(stranger.scope)).toEqual([]);
});

test("over the API: a key of some projects sees theirs, and no sum from which the others could be told", async () => {
  const all = await newApiKey(owner, { scopes: ["usage:read"] });
  const some = await newApiKey(owner, { scopes: ["usage:read"], projectIds: [client] });
  const ask = async (key: string, query: string) => {
    const answer = await askApi(key, `/usage${query}`);
    return { status: answer.status, body: await answer.json() };
  };
  const whole = await ask(all, "?month=2026-11");
  expect(whole.body).toMatchObject({ workspace: { served: { used: 9875 } } });
  const limited = await ask(some, "?month=2026-11");
  expect(limited.body).toMatchObject({
    month: "2026-11",
    workspace: null,
    projects: [{ id: client, served: 5 }],
  });
  expect(limited.body.projects).toHaveLength(1);
  expect(JSON.stringify(limited.body)).not.toMatch(/9000|9875|870|Other client|growth/i);
  expect(limited.body.days.reduce((sum: number, { served }: { served: number }) => sum + served, 0)).toBe(5);
  const foreign = await ask(some, `?month=2026-11&project=${other}`);
  expect(foreign).toMatchObject({ status: 200, body: { projects: [] } });
  expect(JSON.stringify(foreign.body)).not.toMatch(/70|800/);
  for (const wrong of ["?month=2026-13", "?month=november", "?month=2026-11&plan=x"]) {
    expect((await ask(all, wrong)).status).toBe(422);
  }
});

test("the CSV has a line for every day and project, and nothing in it runs in a spreadsheet", async () => {
  let text = "";
  for await (const part of exportUsage(owner.scope, { ...NOVEMBER, raw: "0" })) text += part;
  const [head, ...lines] = text.trimEnd().split("\r\n");
  expect(head).toBe("day,project,project_id,pictures_served,pictures_rendered");
  expect(lines).toContain(`2026-11-01,'=Client,${client},5,2`);
  expect(lines).toContain("2026-11-02,,,9000,0");
  expect(lines).toHaveLength(4);
});

test("owners and admins are warned of the quota that is used furthest, nobody else, and of nothing in a new month", async () => {
  const { scope } = owner;
  const now = new Date("2026-11-20T00:00:00Z");
  await setPlan(scope.workspaceSlug, "free");
  expect(await loadWarning(scope, now)).toMatchObject({
    metric: "served",
    threshold: 80,
    used: 9875,
    limit: 10_000,
  });
  for (const role of ["editor", "viewer", "guest"] as const) {
    expect(await loadWarning({ ...scope, role }, now)).toBeNull();
  }
  expect(await loadWarning(scope, new Date("2026-12-20T00:00:00Z"))).toBeNull();
  await setPlan(scope.workspaceSlug, "self-hosted");
  expect(await loadWarning(scope, now)).toBeNull();
  expect(await db().workspace.count({ where: { plan: { not: null } } })).toBe(1);
});
