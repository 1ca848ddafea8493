import { z } from "zod";
import { callApi } from "./call-api";

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
