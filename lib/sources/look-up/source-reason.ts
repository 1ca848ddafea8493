import { RemoteFailure, type RemoteFailureReason } from "@/lib/render/remote/remote-failure";
import { SourceFault, type SourceFaultReason } from "./source-fault";

const OF_REMOTE: Partial<Record<RemoteFailureReason, SourceFaultReason>> = {
  too_large: "too_large",
  broken_body: "broken",
  busy: "busy",
  resting: "no_answer",
};

/** Why a request failed, in the words of sources: what our network can reach is not told apart. */
export function reasonOf(error: unknown): SourceFaultReason {
  if (error instanceof SourceFault) return error.reason;
  return (error instanceof RemoteFailure && OF_REMOTE[error.reason]) || "no_answer";
}

/** Why an answer with this status, which is none with data, is none. */
export function reasonOfStatus(status: number): SourceFaultReason {
  if (status === 401 || status === 403 || status === 407) return "not_allowed";
  if (status === 429) return "too_often";
  return status >= 500 ? "server_error" : "status";
}
