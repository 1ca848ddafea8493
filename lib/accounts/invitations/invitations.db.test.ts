import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { replaceEnv } from "@/lib/server/env";
import { takeProcessWide } from "@/lib/server/process-registry";
import { createProject } from "@/lib/server/projects";
import { withTestDatabase } from "@/lib/server/testing/database";
import { mailedToken, mailsTo } from "@/lib/server/testing/mailed";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { newId } from "../ids";
import { createKey } from "../keys/manage-keys";
import { changeMember } from "../members/change-member";
import { removeMember } from "../members/remove-member";
import { openScope } from "../scope";
import { acceptInvitation } from "./accept-invitation";
import { type CreateInvitationInput, createInvitation } from "./create-invitation";
import { deleteOldInvitations } from "./delete-old-invitations";
import { findInvitation } from "./find-invitation";
import { INVITATION_MS, MOST_PENDING } from "./invitation-item";
import { listInvitations } from "./list-invitations";
import { lookAtInvitation } from "./look-at-invitation";
import { mailInvitedLink } from "./mail-invited-link";
import { resendInvitation } from "./resend-invitation";
import { restoreInvitation, revokeInvitation } from "./revoke-invitation";
import { signUpInvited } from "./sign-up-invited";

const database = withTestDatabase();

let owner: Person;
let invited: Person;
let email: string;

const settings = (more: Record<string, string> = {}) =>
  replaceEnv({
    DATABASE_URL: database.url,
    DATA_DIR: database.dataDir,
    LOG_LEVEL: "silent",
    PUBLIC_URL: "https://img.example.com",
    ...more,
  });

beforeAll(() => settings());
beforeEach(async () => {
  takeProcessWide("invitation-mails");
  owner = await newPerson("Łódź Studio");
  invited = await newPerson("Maeve O'Neil");
  await confirm(invited);
  ({ email } = await db().user.findUniqueOrThrow({ where: { id: invited.scope.userId } }));
});

const invite = async (given: Partial<CreateInvitationInput> = {}, by = owner, now = new Date()) => {
  const input: CreateInvitationInput = { email, role: "editor", projectIds: [], mail: false, ...given };
  const made = await createInvitation(by.scope, input, now);
  return { ...made, token: tokenOf(made.url) };
};
const tokenOf = (url: string) => url.split("#").at(-1) ?? "";
const confirm = (person: Person) =>
  db().user.update({ where: { id: person.scope.userId }, data: { emailVerifiedAt: new Date() } });
const membershipOf = (person: Person) =>
  db().member.findFirst({
    where: { userId: person.scope.userId, workspaceId: owner.scope.workspaceId },
    select: { role: true, projectIds: true },
  });
const refused = { code: "not_found", message: expect.stringContaining("lets nobody in") };

test("an invitation is looked at, taken up once, and makes a member with its role and projects", async () => {
  const { id } = await createProject(owner.scope, "Client");
  const { token, url, invitation } = await invite({ role: "guest", projectIds: [id] });
  expect(url).toMatch(/^https:\/\/img\.example\.com\/invite#[\w-]{43}$/);
  expect(invitation).toMatchObject({ email, role: "guest", problem: null, sentAt: null });
  for (let look = 0; look < 3; look += 1) {
    expect(await findInvitation(token)).toEqual({
      workspace: { slug: owner.scope.workspaceSlug, name: "Łódź Studio’s workspace" },
      email,
      role: "guest",
      projects: ["Client"],
      invitedBy: "Łódź Studio",
      proven: false,
    });
  }
  expect(await membershipOf(invited)).toBeNull();
  const joined = await acceptInvitation(invited.identity, token);
  expect(joined).toEqual({ workspace: owner.scope.workspaceSlug });
  expect(await membershipOf(invited)).toEqual({ role: "guest", projectIds: [id] });
  expect(await findInvitation(token)).toBeNull();
  await expect(acceptInvitation(invited.identity, token)).rejects.toMatchObject(refused);
  expect(await listInvitations(owner.scope)).toEqual([]);
});

test("fifty who come with one token at once: one membership", async () => {
  const { token } = await invite();
  const all = await Promise.allSettled(
    Array.from({ length: 50 }, () => acceptInvitation(invited.identity, token)),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const where = { workspaceId: owner.scope.workspaceId };
  expect(await db().member.count({ where: { ...where, userId: invited.scope.userId } })).toBe(1);
  expect(await db().auditEvent.count({ where: { ...where, action: "member.join" } })).toBe(1);
});

test("taken back and taken up at once: one of the two", async () => {
  const { workspaceId } = owner.scope;
  for (let round = 0; round < 20; round += 1) {
    const { token, invitation } = await invite();
    const both = await Promise.allSettled([
      acceptInvitation(invited.identity, token),
      revokeInvitation(owner.scope, invitation.id),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { acceptedAt, revokedAt } = await db().invitation.findUniqueOrThrow({
      where: { id: invitation.id },
    });
    expect([acceptedAt, revokedAt].filter((at) => at !== null)).toHaveLength(1);
    await db().member.deleteMany({ where: { workspaceId, userId: invited.scope.userId } });
  }
});

test("the database knows no token", async () => {
  const { token } = await invite();
  const kept = JSON.stringify([await db().invitation.findMany(), await db().auditEvent.findMany()]);
  expect(kept).not.toContain(token);
});

test("unknown, used, withdrawn and old tokens are refused alike", async () => {
  const now = new Date();
  const used = await invite();
  await acceptInvitation(invited.identity, used.token);
  const others = await Promise.all([newPerson(), newPerson(), newPerson()]);
  await Promise.all(others.map(confirm));
  const [gone, old, resent] = await Promise.all(
    others.map(async (person) => {
      const user = await db().user.findUniqueOrThrow({ where: { id: person.scope.userId } });
      return { person, ...(await invite({ email: user.email }, owner, now)) };
    }),
  );
  if (!gone || !old || !resent) throw new Error("three were made");
  await revokeInvitation(owner.scope, gone.invitation.id);
  await resendInvitation(owner.scope, resent.invitation.id, { mail: false });
  const end = new Date(now.getTime() + INVITATION_MS);
  const answers = await Promise.all(
    [
      acceptInvitation(invited.identity, "never-was"),
      acceptInvitation(invited.identity, used.token),
      acceptInvitation(gone.person.identity, gone.token),
      acceptInvitation(resent.person.identity, resent.token),
      acceptInvitation(old.person.identity, old.token, end),
      signUpInvited({ token: gone.token, name: "x", password: "four unrelated words" }),
    ].map((attempt) =>
      attempt.then(
        () => "let in",
        ({ code, message }) => `${code} ${message}`,
      ),
    ),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("not_found");
  expect(await findInvitation(old.token, end)).toBeNull();
  // A moment earlier it would have been right.
  await acceptInvitation(old.person.identity, old.token, new Date(end.getTime() - 1));
});

test("it is bound to its address, however that is written, and a refusal leaves it whole", async () => {
  const { token } = await invite({ email });
  await expect(acceptInvitation((await newPerson()).identity, token)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining(email),
  });
  await acceptInvitation(invited.identity, token);
});

test("a member is not invited, and takes no second membership from an invitation", async () => {
  const { token } = await invite();
  await db().member.create({
    data: { workspaceId: owner.scope.workspaceId, userId: invited.scope.userId, role: "viewer" },
  });
  await expect(acceptInvitation(invited.identity, token)).rejects.toMatchObject({ code: "conflict" });
  expect(await membershipOf(invited)).toMatchObject({ role: "viewer" });
  await expect(invite({ role: "admin" })).rejects.toMatchObject({ code: "conflict", path: "/email" });
});

test("admins invite anybody but owners, and what they sent ends with their right to", async () => {
  const admin = await newMember(owner, "admin");
  await expect(invite({ role: "owner" }, admin)).rejects.toMatchObject({ code: "forbidden" });
  const { token, invitation } = await invite({ role: "admin" }, admin);
  await changeMember(owner.scope, admin.scope.userId, { role: "viewer" });
  await expect(acceptInvitation(invited.identity, token)).rejects.toMatchObject(refused);
  expect(await findInvitation(token)).toBeNull();
  expect(await listInvitations(owner.scope)).toMatchObject([{ problem: "inviter" }]);
  await removeMember(owner.scope, admin.scope.userId);
  // Whoever sends it again stands for it from then on.
  const again = await resendInvitation(owner.scope, invitation.id, { mail: false });
  expect(again.invitation).toMatchObject({ problem: null, invitedBy: "Łódź Studio" });
  await acceptInvitation(invited.identity, tokenOf(again.url));
});

test("one open invitation an address; an old one makes room", async () => {
  const now = new Date();
  await invite({}, owner, new Date(now.getTime() - INVITATION_MS - 1));
  expect(await listInvitations(owner.scope)).toMatchObject([{ problem: "expired" }]);
  await invite();
  await expect(invite()).rejects.toMatchObject({ code: "conflict", path: "/email" });
  expect(await listInvitations(owner.scope)).toMatchObject([{ problem: null }]);
});

test("as many as may be open, with ninety at once, and not one more", async () => {
  const { workspaceId, userId } = owner.scope;
  const row = (index: number) => ({
    ...{ id: newId("inv"), workspaceId, invitedById: userId, role: "viewer" as const },
    ...{ email: `${index}@example.com`, tokenHash: newId("inv") },
    expiresAt: new Date(Date.now() + 60_000),
  });
  await db().invitation.createMany({ data: Array.from({ length: MOST_PENDING - 5 }, (_, at) => row(at)) });
  const more = await Promise.allSettled(
    Array.from({ length: 12 }, (_, at) => invite({ email: `more${at}@example.com` })),
  );
  expect(more.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  const [last] = await listInvitations(owner.scope);
  await revokeInvitation(owner.scope, last?.id ?? "");
  await invite({ email: "room@example.com" });
  await expect(restoreInvitation(owner.scope, last?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
});

test("taking one back can be undone for ten minutes; then the link that was sent works again", async () => {
  const { token, invitation } = await invite();
  await revokeInvitation(owner.scope, invitation.id);
  const late = new Date(Date.now() + 11 * 60_000);
  await expect(restoreInvitation(owner.scope, invitation.id, late)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await restoreInvitation(owner.scope, invitation.id)).toMatchObject({ id: invitation.id });
  await acceptInvitation(invited.identity, token);
});

test("a mail says who invites to what, with the link, and says so when it could not go", async () => {
  const { token, mail, invitation } = await invite({ mail: true, role: "viewer" });
  expect(mail).toBe("sent");
  expect(invitation.sentAt).not.toBeNull();
  const [sent] = await mailsTo(email);
  expect(sent?.subject).toBe(`Łódź Studio invites you to ${owner.scope.workspaceName}`);
  const mailed = await mailedToken(email);
  expect(sent?.text).toContain(`https://img.example.com/invite#${mailed}`);
  expect(mailed).not.toBe(token);
  expect(await findInvitation(mailed)).toMatchObject({ role: "viewer", proven: true });
});

test("a copied link lets in only whoever has shown that the address is theirs; the one in the mail shows it", async () => {
  await db().user.update({ where: { id: invited.scope.userId }, data: { emailVerifiedAt: null } });
  const { token, invitation } = await invite();
  const unproven = {
    code: "forbidden",
    message: expect.stringContaining(`Show first that ${email} is yours`),
  };
  await expect(acceptInvitation(invited.identity, token)).rejects.toMatchObject(unproven);
  expect(await lookAtInvitation(token, invited.identity)).toMatchObject({ needsMail: true });
  await mailInvitedLink(token);
  const first = await mailedToken(email);
  await mailInvitedLink(token);
  const second = await mailedToken(email);
  // The newest mail counts, and a new link of the inviter's puts an end to both.
  await expect(acceptInvitation(invited.identity, first)).rejects.toMatchObject(refused);
  expect(await lookAtInvitation(second, null)).toMatchObject({ needsMail: false, viewer: null });
  const { url } = await resendInvitation(owner.scope, invitation.id, { mail: false });
  await expect(acceptInvitation(invited.identity, second)).rejects.toMatchObject(refused);
  await mailInvitedLink(tokenOf(url));
  await acceptInvitation(invited.identity, await mailedToken(email));
  const { emailVerifiedAt } = await db().user.findUniqueOrThrow({ where: { id: invited.scope.userId } });
  expect(emailVerifiedAt).not.toBeNull();
});

test("without mail a copied link is all there is, and lets in whoever has the address", async () => {
  const fresh = `${newId("usr")}@example.com`;
  const { token } = await invite({ email: fresh });
  const attempt = { token, name: "x", password: "four unrelated words" };
  await expect(signUpInvited(attempt)).rejects.toMatchObject({ code: "forbidden" });
  settings({ NAMEPLATE_MODE: "production", NEXTAUTH_SECRET: randomBytes(32).toString("base64") });
  try {
    const { userId } = await signUpInvited(attempt);
    expect(await db().user.findUnique({ where: { id: userId } })).toMatchObject({ emailVerifiedAt: null });
  } finally {
    settings();
  }
});

test("nobody whose own address is unconfirmed has mails sent, where mails leave", async () => {
  settings({ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "x@example.com" });
  try {
    await expect(invite({ mail: true })).rejects.toMatchObject({ code: "conflict" });
    // Nor whoever has a link of theirs.
    const copied = await invite({ email: "victim@example.com" });
    await expect(mailInvitedLink(copied.token)).rejects.toMatchObject({ code: "conflict" });
    await confirm(owner);
    expect(await invite({ mail: true })).toMatchObject({ mail: "failed" });
  } finally {
    settings();
  }
});

test("what is mailed for copied links counts as the inviter's, to whatever addresses", async () => {
  const { token, invitation } = await invite();
  for (let round = 0; round < 60; round += 1) {
    await db().invitation.update({ where: { id: invitation.id }, data: { email: `${round}@example.com` } });
    await mailInvitedLink(token);
  }
  await db().invitation.update({ where: { id: invitation.id }, data: { email } });
  await expect(mailInvitedLink(token)).rejects.toMatchObject({ code: "too_many" });
});

test("only owners take back what invites an owner", async () => {
  const admin = await newMember(owner, "admin");
  const { invitation, token } = await invite({ role: "owner" });
  await expect(revokeInvitation(admin.scope, invitation.id)).rejects.toMatchObject({ code: "forbidden" });
  await acceptInvitation(invited.identity, token);
});

test("keys that a former member left behind do not come back with them", async () => {
  const admin = await newMember(owner, "admin");
  await confirm(admin);
  const { key } = await createKey(admin.scope, { name: "Old", scopes: ["templates:read"] });
  await removeMember(owner.scope, admin.scope.userId);
  const user = await db().user.findUniqueOrThrow({ where: { id: admin.scope.userId } });
  const { token } = await invite({ email: user.email, role: "admin" });
  await acceptInvitation(admin.identity, token);
  const kept = await db().apiKey.findUniqueOrThrow({ where: { id: key.id } });
  expect(kept.revokedAt).not.toBeNull();
});

test("one address is sent five invitations an hour, wherever from", async () => {
  const { invitation } = await invite({ mail: true });
  for (let round = 0; round < 4; round += 1) {
    await resendInvitation(owner.scope, invitation.id, { mail: true });
  }
  await expect(resendInvitation(owner.scope, invitation.id, { mail: true })).rejects.toMatchObject({
    code: "too_many",
  });
  const other = await newPerson();
  await expect(invite({ mail: true }, other)).rejects.toMatchObject({ code: "too_many" });
  // Without a mail nobody waits.
  await invite({}, other);
});

test("signing up with an invitation makes an account in that workspace, and no other", async () => {
  const fresh = `${newId("usr")}@example.com`;
  await invite({ email: fresh, role: "viewer", mail: true });
  const token = await mailedToken(fresh);
  const made = await signUpInvited({ token, name: "Ngọc", password: "four unrelated words" });
  expect(made).toMatchObject({ email: fresh, workspace: owner.scope.workspaceSlug });
  const members = await db().member.findMany({ where: { userId: made.userId } });
  expect(members).toMatchObject([{ workspaceId: owner.scope.workspaceId, role: "viewer" }]);
  const scope = await openScope(
    { userId: made.userId, sessionId: "x" },
    owner.scope.workspaceSlug,
    "template.read",
  );
  expect(scope.role).toBe("viewer");
});

test("an address that has an account signs in instead, and the invitation stays", async () => {
  await invite({ mail: true });
  const token = await mailedToken(email);
  const attempt = signUpInvited({ token, name: "x", password: "four unrelated words" });
  await expect(attempt).rejects.toMatchObject({ code: "conflict", path: "/email" });
  await acceptInvitation(invited.identity, token);
});

test("of twenty who sign up with one token at once, one is", async () => {
  const fresh = `${newId("usr")}@example.com`;
  await invite({ email: fresh, mail: true });
  const token = await mailedToken(fresh);
  const before = await db().user.count();
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => signUpInvited({ token, name: "x", password: "four unrelated words" })),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().user.count()).toBe(before + 1);
});

test("a month after its end an invitation is deleted", async () => {
  const { invitation } = await invite();
  const end = invitation.expiresAt.getTime();
  const month = 30 * 24 * 60 * 60_000;
  await deleteOldInvitations(new Date(end + month));
  expect(await db().invitation.count({ where: { id: invitation.id } })).toBe(1);
  await deleteOldInvitations(new Date(end + month + 1));
  expect(await db().invitation.count({ where: { id: invitation.id } })).toBe(0);
});
