import type { SourceFaultReason } from "../look-up/source-fault";

export type FaultReason = SourceFaultReason;

const SENTENCES: Readonly<Record<SourceFaultReason, string>> = {
  no_answer:
    "No answer came in time. Expected a public http or https address that answers within the time you allow; check that it opens in a private browser window.",
  server_error: "It answered that something is wrong with itself. Try again later, or ask whoever runs it.",
  not_allowed: "It did not let us in. Check the key among the secrets, and the header it is sent in.",
  too_often: "It wants to be asked less often. Let answers hold for longer.",
  status: "It answered, but with no data. Check the address.",
  too_large:
    "It answered with more than 1 MB. Ask for less, such as for one customer or for the newest entries.",
  broken: "Its answer broke off, or was packed in a way that cannot be read.",
  not_json:
    "Its answer is no JSON. Choose the format that it has, or check the address: a web page is no data.",
  not_csv:
    "Its answer is no list of comma-separated values. Of a Google Sheet, take the address that File, Share, Publish to web gives for “Comma-separated values”.",
  not_feed: "Its answer is no RSS, Atom or JSON feed. Check the address.",
  no_values:
    "It answered, but none of the chosen values is in what it said. Choose values in the answer below.",
  busy: "Too many ask at this moment. Try again in a few seconds.",
  resting: "It failed again and again and is left alone for a moment.",
  secret: "A secret is missing. Enter it.",
};

/** Why a source gave nothing, and what to do: nothing of what our network can reach. */
export function faultSentence(reason: FaultReason): string {
  return Object.hasOwn(SENTENCES, reason) ? SENTENCES[reason] : SENTENCES.no_answer;
}
