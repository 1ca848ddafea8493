import { env } from "@/lib/server/env";
import { cookieReader } from "@/lib/server/http/cookie";
import { clientAddress } from "../client-address";
import { identify } from "../identity";
import { recallIntent } from "./connect-intent";
import { connectAccount } from "./connected-accounts";
import { enterByProvider, type ProviderAccount } from "./enter-by-provider";

export type ProviderAnswer =
  | { kind: "session"; userId: string; sessionId: string }
  /** A page of ours that goes on from here. */
  | { kind: "go"; address: string };

/**
 * What becomes of a provider's word about who somebody is: connected with the person who pressed "Connect" in this
 * browser's session, else let in.
 */
export async function answerProvider(account: ProviderAccount, request: Request): Promise<ProviderAnswer> {
  const read = cookieReader(request);
  const [intent, identity] = await Promise.all([recallIntent(read), identify(read)]);
  const pressedHere =
    intent !== null &&
    identity !== null &&
    intent.provider === account.provider &&
    intent.identity.userId === identity.userId &&
    intent.identity.sessionId === identity.sessionId;
  if (pressedHere) {
    const connected = await connectAccount(identity, account);
    return go(connected ? `${intent.back}?connected=${account.provider}` : `${intent.back}?problem=taken`);
  }
  const entered = await enterByProvider(account, {
    address: clientAddress(request.headers.get("x-forwarded-for")),
    userAgent: request.headers.get("user-agent") ?? "",
  });
  switch (entered.kind) {
    case "session":
      return entered;
    case "second-step":
      return go(`/sign-in/link#${entered.token}`);
    case "refused":
      return go(`/sign-in?problem=${entered.problem}`);
  }
}

function go(path: string): ProviderAnswer {
  return { kind: "go", address: `${env().PUBLIC_URL}${path}` };
}
