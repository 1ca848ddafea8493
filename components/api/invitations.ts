import { z } from "zod";
import { callApi, nothing } from "./call-api";
import { memberRole } from "./members";

const lookedAt = z.object({
  invitation: z.object({
    workspace: z.object({ slug: z.string(), name: z.string() }),
    email: z.string(),
    role: memberRole,
    /** What a guest will see. */
    projects: z.array(z.string()),
    invitedBy: z.string(),
  }),
  /** Who looks; null for somebody who is not signed in. */
  viewer: z.object({ email: z.string(), isMember: z.boolean() }).nullable(),
  /** Whether the address has to be shown to be theirs, by a mail, first. */
  needsMail: z.boolean(),
});
export type LookedAt = z.infer<typeof lookedAt>;

/** What a link invites to. */
export function lookAtInvitation(token: string): Promise<LookedAt> {
  const path = "/api/account/invitations/look";
  return callApi({ method: "POST", path, body: { token }, answer: lookedAt });
}

/** Has the link that goes on mailed to the invited address. */
export function mailInvitedLink(token: string): Promise<undefined> {
  const path = "/api/account/invitations/mail";
  return callApi({ method: "POST", path, body: { token }, answer: nothing });
}

const joined = z.object({ workspace: z.string() });

/** Takes an invitation up as whoever is signed in, and gives the workspace's address. */
export async function acceptInvitation(token: string): Promise<string> {
  const path = "/api/account/invitations";
  return (await callApi({ method: "POST", path, body: { token }, answer: joined })).workspace;
}

/** Makes an account with the invited address and takes the invitation up. */
export async function signUpInvited(body: {
  token: string;
  name: string;
  password: string;
}): Promise<string> {
  const path = "/api/account/invitations/sign-up";
  return (await callApi({ method: "POST", path, body, answer: joined })).workspace;
}
