import { newId } from "@/lib/accounts/ids";
import { createToken } from "@/lib/accounts/one-time-tokens";
import { PASSWORD } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";
import { newInvitation } from "../things";

/** Of the person who is signed in, and of those who want to be. */
export const ACCOUNT_EXAMPLES: RouteExamples = {
  "PATCH account": async () => ({ body: { name: "Maeve O'Neil" } }),
  "POST account/password": async () => ({
    body: { current: PASSWORD, next: "four other words" },
    status: 204,
  }),
  // Whether somebody has the address is not told.
  "POST account/password/forgot": async () => ({ body: { email: "nobody@example.com" }, status: 204 }),
  "POST account/password/reset": async (owner) => ({
    body: {
      token: await createToken("reset_password", owner.scope.userId),
      password: PASSWORD,
    },
    status: 204,
  }),
  "POST account/sign-in-link": async () => ({ body: { email: "nobody@example.com" }, status: 204 }),
  "POST account/confirm-email": async (owner) => ({
    body: { token: await createToken("verify_email", owner.scope.userId) },
    status: 204,
  }),
  "POST account/confirm-email/send": async () => ({ status: 204 }),
  "POST account/two-step/begin": async () => ({ body: { password: PASSWORD } }),
  // Nothing is being set up, nothing is on: being let in ends in the sentence that says so.
  "POST account/two-step/confirm": async () => ({ body: { code: "000000" }, status: 409 }),
  "POST account/two-step/recovery-codes": async () => ({
    body: { password: PASSWORD },
    status: 409,
  }),
  "POST account/two-step/turn-off": async () => ({ body: { password: PASSWORD }, status: 204 }),
  "POST account/connected/[id]": async () => ({
    id: "google",
    body: { back: "/somewhere/settings", password: PASSWORD },
    status: 204,
  }),
  "DELETE account/connected/[id]": async () => ({ id: "google", status: 204 }),
  // Bound to somebody else's address: being let in ends in the sentence that says so.
  "POST account/invitations": async (owner) => ({
    body: { token: (await newInvitation(owner)).token },
    status: 403,
  }),
  "POST account/invitations/sign-up": async (owner) => ({
    body: { token: (await newInvitation(owner)).mailed, name: "Nguyễn", password: PASSWORD },
    status: 201,
  }),
  "POST account/invitations/look": async (owner) => ({ body: { token: (await newInvitation(owner)).token } }),
  "POST account/invitations/mail": async (owner) => ({
    body: { token: (await newInvitation(owner)).token },
    status: 204,
  }),
  "GET account/workspaces": async () => ({}),
  "POST account/workspaces": async () => ({ body: { name: "Häuser" }, status: 201 }),
  "GET account/sessions": async () => ({}),
  "DELETE account/sessions": async () => ({ status: 204 }),
  "DELETE account/sessions/[id]": async (owner) => ({ id: owner.identity.sessionId, status: 204 }),
  "POST account/sign-up": async () => ({
    body: { name: "Nguyễn", email: `${newId("usr")}@example.com`, password: PASSWORD },
    status: 201,
  }),
};
