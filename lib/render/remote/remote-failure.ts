import { AppError } from "@/lib/errors";

/** Why a fetch failed. For counters and logs only: an answer that told them apart would be a port scanner. */
export type RemoteFailureReason =
  | "bad_url"
  | "refused_host"
  | "refused_port"
  | "refused_address"
  | "refused_redirect"
  | "own_host"
  | "unlisted_host"
  | "unresolved"
  | "unreachable"
  | "timeout"
  | "missing"
  | "server_error"
  | "status"
  | "too_large"
  | "broken_body"
  | "not_a_picture"
  | "busy"
  | "resting";

const PUBLIC_SENTENCE =
  "No picture could be loaded from this address. Expected a public http or https address of a PNG, JPEG, WebP or GIF up to 10 MB; check that it opens in a private browser window.";

/** A remote picture that did not arrive. Its message is the same whatever the reason. */
export class RemoteFailure extends AppError {
  readonly reason: RemoteFailureReason;

  constructor(reason: RemoteFailureReason, cause?: unknown) {
    super("invalid", PUBLIC_SENTENCE, { cause });
    this.name = "RemoteFailure";
    this.reason = reason;
  }
}
