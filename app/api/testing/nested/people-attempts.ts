import { type Attempt, route } from "./attempt";
import { foreign, own } from "./nested-world";

const W = "w/[workspace]";

/** In the app, with keys, members and invitations of another workspace, and its projects for people of mine. */
export const PEOPLE_ATTEMPTS: Attempt[] = [
  ["their key revoked", route(`DELETE ${W}/keys/[id]`, () => ({ id: foreign.keyId })), 404],
  [
    "their key rotated",
    route(`POST ${W}/keys/[id]/rotate`, () => ({ id: foreign.keyId, body: { overlapHours: 1 } })),
    404,
  ],
  [
    "their member given a role",
    route(`PATCH ${W}/members/[id]`, () => ({ id: foreign.memberId, body: { role: "viewer" } })),
    404,
  ],
  [
    "their member let into my project",
    route(`PATCH ${W}/members/[id]`, () => ({
      id: foreign.memberId,
      body: { role: "guest", projectIds: [own.projectId] },
    })),
    404,
  ],
  ["their member removed", route(`DELETE ${W}/members/[id]`, () => ({ id: foreign.memberId })), 404],
  [
    "a removal of theirs taken back",
    route(`POST ${W}/members/[id]/restore`, () => ({
      id: foreign.removal.userId,
      body: { event: foreign.removal.event },
    })),
    404,
  ],
  [
    "their removed member put into my workspace by a removal of mine",
    route(`POST ${W}/members/[id]/restore`, () => ({
      id: foreign.removal.userId,
      body: { event: own.removal.event },
    })),
    404,
  ],
  [
    "a removal of mine taken back by one of theirs",
    route(`POST ${W}/members/[id]/restore`, () => ({
      id: own.removal.userId,
      body: { event: foreign.removal.event },
    })),
    409,
  ],
  [
    "my workspace handed over to their member",
    route(`POST ${W}/transfer`, () => ({ body: { userId: foreign.memberId } })),
    404,
  ],
  [
    "a member of mine let into their project",
    route(`PATCH ${W}/members/[id]`, () => ({
      id: own.memberId,
      body: { role: "guest", projectIds: [foreign.projectId] },
    })),
    422,
  ],
  [
    "a member of mine let into a project of mine and one of theirs",
    route(`PATCH ${W}/members/[id]`, () => ({
      id: own.memberId,
      body: { projectIds: [own.projectId, foreign.projectId] },
    })),
    422,
  ],
  [
    "a guest invited to their project",
    route(`POST ${W}/invitations`, () => ({
      body: { email: "guest@example.com", role: "guest", projectIds: [foreign.projectId], mail: false },
    })),
    422,
  ],
  [
    "a guest invited to a project of mine and one of theirs",
    route(`POST ${W}/invitations`, () => ({
      body: {
        email: "guest@example.com",
        role: "guest",
        projectIds: [own.projectId, foreign.projectId],
        mail: false,
      },
    })),
    422,
  ],
  [
    "their invitation revoked",
    route(`DELETE ${W}/invitations/[id]`, () => ({ id: foreign.invitationId })),
    404,
  ],
  [
    "their invitation taken back",
    route(`POST ${W}/invitations/[id]/restore`, () => ({ id: foreign.invitationId })),
    404,
  ],
  [
    "their invitation sent once more",
    route(`POST ${W}/invitations/[id]/resend`, () => ({ id: foreign.invitationId, body: { mail: false } })),
    404,
  ],
  [
    "their starter renamed",
    route(`PATCH ${W}/starters/[id]`, () => ({ id: foreign.starterId, body: { name: "x" } })),
    404,
  ],
  ["their starter deleted", route(`DELETE ${W}/starters/[id]`, () => ({ id: foreign.starterId })), 404],
  // None of these is there: nothing is tagged, deleted or brought back, and nothing is said.
  [
    "their picture among those tagged",
    route(`PATCH ${W}/assets`, () => ({ body: { ids: [foreign.assetId], tag: "Mine", on: true } })),
    200,
  ],
  [
    "their picture among those deleted",
    route(`POST ${W}/assets/delete`, () => ({ body: { ids: [foreign.assetId] } })),
    200,
  ],
  [
    "their picture among those brought back",
    route(`POST ${W}/assets/restore`, () => ({ body: { ids: [foreign.assetId] } })),
    200,
  ],
];
