import { afterAll, beforeAll, expect, test } from "vitest";
import { EVENT_ACTIONS, EVENT_KINDS } from "@/lib/accounts/audit/event-actions";
import { db } from "@/lib/server/db";
import { replaceEnv } from "@/lib/server/env";
import { type MailServer, startMailServer } from "@/lib/server/mail/testing/mail-server";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { withMembersKept } from "./testing/cast";
import { callEndpoint, exampleOf, WORKSPACE_ENDPOINTS } from "./testing/endpoints";

/** Every request that changes a workspace is in its log, by who made it. */

const database = withTestDatabase();

let owner: Person;
let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
  owner = await newPerson("Owner");
});
afterAll(() => mail.stop());

/** Mailings want a server; what invitations send is read from the outbox, where it lies without one. */
function setMailFor(name: string): void {
  replaceEnv({
    DATABASE_URL: database.url,
    DATA_DIR: database.dataDir,
    LOG_LEVEL: "silent",
    ...(name.includes("/mailing") && { SMTP_URL: mail.url, MAIL_FROM: "nameplate@example.com" }),
  });
}

/** Requests that change nothing anybody would look for in the log, and why. */
const UNRECORDED: Record<string, string> = {
  "PUT w/[workspace]/templates/[id]/draft": "saved with every pause of a hand; what it comes to is published",
  "POST w/[workspace]/templates/[id]/presence": "says that a tab is open",
  "PATCH w/[workspace]/batches/[id]": "a batch that was not started yet; what it comes to is started",
  "PATCH w/[workspace]/batches/[id]/rows/[number]": "the same, of a row of its list",
  "POST w/[workspace]/batches/[id]/check": "looks at a list and keeps what was found",
  "POST w/[workspace]/batches/[id]/mailing/test": "a mail to oneself",
  "POST w/[workspace]/links/[id]/url": "makes an address and keeps none",
  "POST w/[workspace]/sources/preview": "looks at a list and keeps none",
  "POST w/[workspace]/sources/[id]/rows/find": "finds a row",
  "POST w/[workspace]/sources/live/test": "asks an address and keeps nothing",
  "POST w/[workspace]/remote-image": "looks at a picture and keeps none",
};

const changing = WORKSPACE_ENDPOINTS.filter(({ method }) => method !== "GET");

test("names nothing as unrecorded that is not there", () => {
  const names = changing.map(({ name }) => name);
  expect(Object.keys(UNRECORDED).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(changing.filter(({ name }) => !(name in UNRECORDED)))("$name leaves a trace", async (endpoint) => {
  setMailFor(endpoint.name);
  const example = await exampleOf(endpoint, owner);
  const where = { workspaceId: owner.scope.workspaceId };
  const before = await db().auditEvent.count({ where });
  const answer = await withMembersKept(owner, () =>
    callEndpoint(endpoint, owner.scope.workspaceSlug, example, owner.cookie),
  );
  expect(answer.status).toBe(example.status ?? 200);
  const [event] = await db().auditEvent.findMany({ where, orderBy: { at: "desc" }, take: 1 });
  expect(await db().auditEvent.count({ where })).toBeGreaterThan(before);
  expect(event).toMatchObject({ userId: owner.scope.userId, apiKeyId: null });
  expect(EVENT_ACTIONS).toContain(event?.action);
  expect(EVENT_KINDS).toContain(event?.objectKind);
});
