import { z } from "zod";
import { callApi, nothing } from "../../api/call-api";

/** The password, or a code where there is none. */
export type Proof = { password?: string; code?: string };

const begun = z.object({ secret: z.string(), address: z.string() });
export type Begun = z.infer<typeof begun>;

const codes = z.object({ recoveryCodes: z.array(z.string()) });

const at = (path: string) => ({ method: "POST" as const, path: `/api/account/two-step/${path}` });

export const beginTwoStep = (body: Proof) => callApi({ ...at("begin"), body, answer: begun });

export const confirmTwoStep = (code: string) => callApi({ ...at("confirm"), body: { code }, answer: codes });

export const renewRecoveryCodes = (body: Proof) => callApi({ ...at("recovery-codes"), body, answer: codes });

export const turnOffTwoStep = (body: Proof) => callApi({ ...at("turn-off"), body, answer: nothing });
