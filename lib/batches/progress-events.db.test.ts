import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { removeMember } from "@/lib/accounts/members/remove-member";
import { db } from "@/lib/server/db";
import { askRoute } from "@/lib/server/testing/ask-route";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { deleteBatch } from "./delete-batches";
import { startBatch } from "./start-batch";
import { newBatch, newGreeting } from "./testing/new-batch";
import { endWatching } from "./watch-progress";

withTestDatabase();

const EVENTS = "GET w/[workspace]/batches/[id]/events";

let owner: Person;
let member: Person;
let id: string;
beforeEach(async () => {
  owner = await newPerson("Owner");
  member = await newMember(owner, "viewer");
  id = await newBatch(owner, { templateId: await newGreeting(owner), rows: [["Ana", "Acme", ""]] });
  await startBatch(owner.scope, id);
  // What is done again and again is done when the test says so; the database has its own time.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  endWatching();
  vi.useRealTimers();
});

/** What a person hears; `ended` when there is no more. */
async function listen(by: Person) {
  const { workspaceSlug: workspace } = owner.scope;
  const answer = await askRoute(EVENTS, by, { id, workspace });
  const reader = answer.body?.getReader();
  if (!reader) throw new Error("nothing is told");
  const heard = { told: 0, ended: false, leave: () => reader.cancel() };
  void (async () => {
    for (;;) {
      const { done } = await reader.read();
      if (done) break;
      heard.told += 1;
    }
    heard.ended = true;
  })();
  await vi.waitUntil(() => heard.told > 0);
  return heard;
}

const fifteenSeconds = () => vi.advanceTimersByTimeAsync(15_000);

test("who was taken out of the workspace, or whose session was ended, soon hears no more; others do", async () => {
  const [theirs, others] = [await listen(member), await listen(owner)];
  await fifteenSeconds();
  await vi.waitUntil(() => theirs.told > 1 && others.told > 1);
  await removeMember(owner.scope, member.scope.userId);
  await fifteenSeconds();
  await vi.waitUntil(() => theirs.ended);
  expect(others.ended).toBe(false);
  await db().session.updateMany({
    where: { userId: owner.scope.userId },
    data: { revokedAt: new Date() },
  });
  await fifteenSeconds();
  await vi.waitUntil(() => others.ended);
});

test("a batch that is deleted is over for everybody, also for who leaves at that moment", async () => {
  const [one, two] = [await listen(member), await listen(owner)];
  await deleteBatch(owner.scope, id);
  await two.leave();
  await fifteenSeconds();
  await vi.waitUntil(() => one.ended && two.ended);
});
