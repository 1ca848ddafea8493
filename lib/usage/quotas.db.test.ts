import { PNG } from "pngjs";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation } from "@/lib/accounts/invitations/accept-invitation";
import { createInvitation } from "@/lib/accounts/invitations/create-invitation";
import { removeMember } from "@/lib/accounts/members/remove-member";
import { restoreMember } from "@/lib/accounts/members/restore-member";
import { createAsset } from "@/lib/server/assets";
import { db } from "@/lib/server/db";
import { JOB_LANES } from "@/lib/server/jobs/job-lanes";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { addUsage } from "./add-usage";
import { PLANS, type PlanId } from "./plans";
import { setPlan } from "./set-plan";
import { storageUsed } from "./storage-quota";

withTestDatabase();

const NOW = new Date("2026-11-15T12:00:00Z");
const FREE = PLANS.free.limits;

let owner: Person;
beforeEach(async () => {
  owner = await newPerson("Maeve O'Neil");
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const setPlanOf = (plan: PlanId | "default") => setPlan(owner.scope.workspaceSlug, plan);

let batch = 0;
function add(served: number, { rendered = 0, day = "2026-11-15", id = "" } = {}) {
  batch += 1;
  const { workspaceId } = owner.scope;
  const row = { workspaceId, projectId: `p${batch % 3}`, day, served, rendered };
  return addUsage({ id: id || `batch-${batch}`, rows: [row] }, NOW);
}

const notices = async () =>
  (
    await db().quotaNotice.findMany({
      where: { workspaceId: owner.scope.workspaceId },
      orderBy: [{ month: "asc" }, { metric: "asc" }, { threshold: "asc" }],
    })
  ).map(({ metric, month, threshold }) => [metric, month.toISOString().slice(0, 7), threshold]);

const events = () =>
  db().auditEvent.findMany({
    where: { workspaceId: owner.scope.workspaceId, action: "quota.reached" },
    orderBy: { id: "asc" },
  });

/** Does the mails that wait in the queue, as its worker does; gives how many. What fails waits on. */
async function doMails(): Promise<number> {
  const handler = JOB_LANES.map(({ tasks }) => tasks.mail_quota).find((one) => one !== undefined);
  const jobs = await db().$queryRaw<{ id: bigint; payload: unknown }[]>`
    SELECT job.id, job.payload FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
    WHERE task.identifier = 'mail_quota' ORDER BY job.id`;
  let done = 0;
  for (const { id, payload } of jobs) {
    const sent = await handler?.(payload, { isLast: false }).then(
      () => true,
      () => false,
    );
    if (!sent) continue;
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE id = ${id}`;
    done += 1;
  }
  return done;
}

/** What a person was mailed of quotas. */
async function told(person: Person): Promise<string[]> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: person.scope.userId } });
  const mails = await db().outboxMail.findMany({
    where: { to: email, subject: { contains: "has used" } },
    orderBy: { createdAt: "asc" },
  });
  return mails.map(({ subject }) => subject.replace(/^.*has used/, "has used"));
}

describe("quotas of a month", () => {
  test("80 and 100 per cent are found once each, written down and mailed to owners and admins", async () => {
    await setPlanOf("free");
    const admin = await newMember(owner, "admin");
    const editor = await newMember(owner, "editor");
    await add(7_999);
    expect(await notices()).toEqual([]);
    await add(1);
    await add(1);
    expect(await notices()).toEqual([["served", "2026-11", 80]]);
    expect(await doMails()).toBe(2);
    await add(5_000);
    await add(5_000, { rendered: 800 });
    expect(await notices()).toEqual([
      ["rendered", "2026-11", 80],
      ["served", "2026-11", 80],
      ["served", "2026-11", 100],
    ]);
    expect(await doMails()).toBe(4);
    expect(await doMails()).toBe(0);
    expect(await events()).toHaveLength(3);
    expect((await events())[0]).toMatchObject({ userId: "", userName: "", objectKind: "workspace" });
    for (const person of [owner, admin]) {
      expect((await told(person)).sort()).toEqual([
        "has used 100 % of its pictures served",
        "has used 80 % of its pictures rendered",
        "has used 80 % of its pictures served",
      ]);
    }
    expect(await told(editor)).toEqual([]);
    await add(20_000, { day: "2026-12-01" });
    expect((await notices()).filter(([, month]) => month === "2026-12")).toHaveLength(2);
    // Both at once are one mail to each.
    expect(await doMails()).toBe(2);
    expect((await told(owner)).at(-1)).toBe("has used 100 % of its pictures served");
  });

  test("one address that takes no mail keeps nobody else from theirs, and is tried again", async () => {
    await setPlanOf("free");
    const admin = await newMember(owner, "admin");
    const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.scope.userId } });
    await db().user.update({ where: { id: owner.scope.userId }, data: { email: "no address" } });
    await add(8_000);
    expect(await doMails()).toBe(1);
    expect(await told(admin)).toEqual(["has used 80 % of its pictures served"]);
    await db().user.update({ where: { id: owner.scope.userId }, data: { email } });
    expect(await doMails()).toBe(1);
    expect([await told(owner), await told(admin)]).toEqual(
      Array(2).fill(["has used 80 % of its pictures served"]),
    );
  });

  test("a workspace with a larger plan is told of that plan's quotas too, in the same month", async () => {
    await setPlanOf("free");
    await add(10_000);
    // Not mailed before the plan is another: the figures are no news any more.
    await setPlanOf("growth");
    await doMails();
    expect(await told(owner)).toEqual([]);
    await add(790_000);
    await add(1);
    expect(await notices()).toEqual(
      expect.arrayContaining([
        ["served", "2026-11", 80],
        ["served", "2026-11", 80],
      ]),
    );
    expect(await notices()).toHaveLength(3);
    await doMails();
    expect(await told(owner)).toEqual(["has used 80 % of its pictures served"]);
    // Back again: of the smaller one they were told.
    await setPlanOf("free");
    await add(1);
    expect(await notices()).toHaveLength(3);
  });

  test("50 that add at once: the sum is exact and each quota is found once", async () => {
    await setPlanOf("free");
    await Promise.all(Array.from({ length: 50 }, () => add(200, { rendered: 20 })));
    const [month] = await db().usageMonth.findMany({ where: { workspaceId: owner.scope.workspaceId } });
    expect([Number(month?.served), Number(month?.rendered)]).toEqual([10_000, 1_000]);
    expect(await notices()).toHaveLength(4);
    expect(await events()).toHaveLength(4);
  });

  test("a plan without limits finds nothing; a smaller one later finds what it does not include", async () => {
    await add(50_000);
    expect(await notices()).toEqual([]);
    await setPlanOf("free");
    await add(1);
    expect(await notices()).toHaveLength(2);
    await setPlanOf("default");
    expect(await db().workspace.findUniqueOrThrow({ where: { id: owner.scope.workspaceId } })).toMatchObject({
      plan: null,
    });
  });

  test("what is undone was never found", async () => {
    await setPlanOf("free");
    const { workspaceId } = owner.scope;
    await db()
      .$executeRaw`ALTER TABLE "AuditEvent" ADD CONSTRAINT planted CHECK (action <> 'quota.reached') NOT VALID`;
    await expect(add(9_000, { id: "undone" })).rejects.toThrow();
    await db().$executeRaw`ALTER TABLE "AuditEvent" DROP CONSTRAINT planted`;
    expect(await db().usageMonth.count({ where: { workspaceId } })).toBe(0);
    await add(9_000, { id: "undone" });
    expect(await notices()).toEqual([["served", "2026-11", 80]]);
  });

  test("only known plans and workspaces", async () => {
    await expect(setPlan(owner.scope.workspaceSlug, "gratis")).rejects.toMatchObject({ code: "invalid" });
    await expect(setPlan("no-such-workspace", "free")).rejects.toMatchObject({ code: "not_found" });
    expect(await setPlanOf("growth")).toBe(
      `The workspace ${owner.scope.workspaceSlug} has the plan Growth now.`,
    );
    await setPlanOf("growth");
    const { workspaceId } = owner.scope;
    const told = await db().auditEvent.findMany({ where: { workspaceId, action: "plan.change" } });
    expect(told).toMatchObject([{ userId: "", details: { from: "Self-hosted", to: "Growth" } }]);
  });
});

describe("places for members", () => {
  const invite = (person = owner) =>
    createInvitation(person.scope, {
      email: `${Math.random().toString(36).slice(2)}@example.com`,
      role: "editor",
      projectIds: [],
      mail: false,
    });

  test("50 invitations at once on a plan of three: exactly two get a place beside the owner", async () => {
    await setPlanOf("free");
    const settled = await Promise.allSettled(Array.from({ length: 50 }, () => invite()));
    const made = settled.filter(({ status }) => status === "fulfilled");
    expect(made).toHaveLength(2);
    const [refused] = settled.filter((each) => each.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "conflict",
      details: { metric: "members", limit: FREE.members, used: 3, plan: "free" },
      message:
        "The plan Free includes 3 members, and 3 places are taken, those of open invitations included. Remove a member or take an invitation back, or ask whoever runs this service for a larger plan.",
    });
    const { workspaceId } = owner.scope;
    expect(await db().invitation.count({ where: { workspaceId } })).toBe(2);
  });

  test("more invitations than a plan has places, taken up at once after it became smaller: no more than fit", async () => {
    const guests = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const guest = await newPerson("Guest");
        const { email } = await db().user.update({
          where: { id: guest.scope.userId },
          data: { emailVerifiedAt: new Date() },
        });
        const { url } = await createInvitation(owner.scope, {
          email,
          role: "viewer",
          projectIds: [],
          mail: false,
        });
        return { guest, token: url.split("#").at(-1) ?? "" };
      }),
    );
    await setPlanOf("free");
    const settled = await Promise.allSettled(
      guests.map(({ guest, token }) => acceptInvitation(guest.identity, token)),
    );
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const { workspaceId } = owner.scope;
    expect(await db().member.count({ where: { workspaceId } })).toBe(3);
    // Who was refused can come later: the invitation is whole.
    expect(await db().invitation.count({ where: { workspaceId, acceptedAt: null } })).toBe(8);
    const refused = settled.findIndex(({ status }) => status === "rejected");
    const later = guests[refused];
    if (!later) throw new Error("somebody was refused");
    await setPlanOf("growth");
    expect(await acceptInvitation(later.guest.identity, later.token)).toEqual({
      workspace: owner.scope.workspaceSlug,
    });
  });

  test("a removal is not undone into a place that somebody else was given", async () => {
    await setPlanOf("free");
    const member = await newMember(owner, "editor");
    await newMember(owner, "viewer");
    const removal = await removeMember(owner.scope, member.scope.userId);
    await invite();
    await expect(restoreMember(owner.scope, member.scope.userId, removal)).rejects.toMatchObject({
      code: "conflict",
      details: { metric: "members" },
    });
  });
});

describe("storage", () => {
  let shade = 0;
  /** A picture of noise, of nearly the same weight each time, and never the same. */
  function noise(): Uint8Array {
    const picture = new PNG({ width: 40, height: 40 });
    let seed = ++shade * 7919;
    for (let at = 0; at < picture.data.length; at += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      picture.data[at] = at % 4 === 3 ? 255 : seed % 256;
    }
    return PNG.sync.write(picture);
  }

  test("50 uploads at once at the edge: no byte more than the plan includes, and the sentence says what to do", async () => {
    const first = await createAsset(owner.scope, { name: "a.png", bytes: noise() });
    // All but some of the plan is taken by one large picture, which nobody has to send for it.
    const room = first.bytes * 5;
    await db().asset.update({
      where: { id: first.id },
      data: { bytes: (FREE.storage ?? 0) - room },
    });
    await setPlanOf("free");
    const settled = await Promise.allSettled(
      Array.from({ length: 50 }, () => createAsset(owner.scope, { name: "b.png", bytes: noise() })),
    );
    const used = await storageUsed(db(), owner.scope);
    expect(used).toBeLessThanOrEqual(FREE.storage ?? 0);
    const made = settled.filter(({ status }) => status === "fulfilled").length;
    expect(made).toBeGreaterThanOrEqual(4);
    expect(made).toBeLessThanOrEqual(5);
    const [refused] = settled.filter((each) => each.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "conflict",
      details: { metric: "storage", limit: FREE.storage, plan: "free" },
      message: expect.stringMatching(
        /^The plan Free includes 250 MB of uploads\. 250 MB are used, and this file has \d+ kB\. Send a smaller file, or ask/,
      ),
    });
    expect(await notices()).toMatchObject([["storage", expect.any(String), 80]]);
  });

  test("the same picture again needs no room, nor does one that is brought back", async () => {
    const bytes = noise();
    const { id } = await createAsset(owner.scope, { name: "a.png", bytes });
    await db().asset.update({ where: { id }, data: { bytes: FREE.storage ?? 0, deletedAt: new Date() } });
    await setPlanOf("free");
    expect((await createAsset(owner.scope, { name: "a.png", bytes })).id).toBe(id);
    await expect(createAsset(owner.scope, { name: "c.png", bytes: noise() })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
