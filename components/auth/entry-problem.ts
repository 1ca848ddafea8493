/** Why one was sent back to sign in, by the code in the address. */
const SENTENCES: Readonly<Record<string, string>> = {
  unverified:
    "That account has no confirmed e-mail address. Confirm it there, or sign up here with a password.",
  exists:
    "There is an account here with that address already. Sign in as you did before, then connect the other account in your settings.",
  too_many: "Too many accounts were made from your network. Try again in an hour.",
};

const OTHERWISE = "Signing in with that account did not work. Try again.";

/** The sentence for what stands in `?problem=` (ours) or `?error=` (next-auth's); none when neither is there. */
export function entryProblem(problem: unknown, error: unknown): string | undefined {
  if (problem === undefined && error === undefined) return undefined;
  return (typeof problem === "string" ? SENTENCES[problem] : undefined) ?? OTHERWISE;
}
