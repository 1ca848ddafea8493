/** Why a source gave nothing to show: by this it is counted, and a sentence is found for who looks after it. */
export type SourceFaultReason =
  /** Nothing came back in time or at all; which of both, and why, is nobody's business who could ask for it. */
  | "no_answer"
  /** It said that something is wrong with itself (500 and up). */
  | "server_error"
  /** It does not let us in (401, 403, 407). */
  | "not_allowed"
  /** It wants to be asked less often (429). */
  | "too_often"
  /** Another status that is no answer. */
  | "status"
  /** More than we read. */
  | "too_large"
  /** It broke off, or was compressed in a way that cannot be read. */
  | "broken"
  /** Text, but not of the format that it should be. */
  | "not_json"
  | "not_csv"
  | "not_feed"
  /** The format, but none of the values in it. */
  | "no_values"
  /** Too many ask at this moment. */
  | "busy"
  /** It failed so often that it is left alone for a while. */
  | "resting"
  /** A secret that it needs is not there, or does not open. */
  | "secret";

/** A source that gave nothing to show. Its message is for developers and holds nothing of what was asked or answered. */
export class SourceFault extends Error {
  readonly reason: SourceFaultReason;

  constructor(reason: SourceFaultReason) {
    super(`the source gave nothing: ${reason}`);
    this.name = "SourceFault";
    this.reason = reason;
  }
}

const TROUBLE: readonly SourceFaultReason[] = ["no_answer", "server_error", "too_often", "broken"];

/**
 * Whether a fault tells of the source: that it does not answer, breaks off, or says itself that it is ill or asked too
 * often. What it says of one question is no trouble, be it no, too much or nonsense: whoever writes a value into a
 * picture's address must not keep all others from the source.
 */
export function isTrouble(reason: SourceFaultReason): boolean {
  return TROUBLE.includes(reason);
}
