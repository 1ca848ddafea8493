import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/server/process-registry";
import { networkOf } from "./network";

const QUARTER_HOUR_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

type RuleSettings = {
  /** Attempts that go through at once. */
  free: number;
  /** How long they count. */
  windowMs: number;
  /** The longest of waits that double. Without it one waits for the end of the window that the first attempt began. */
  longestMs?: number;
};

const RULES = {
  /** One account from one address: somebody who forgot, or somebody who guesses. */
  pair: { free: 5, windowMs: QUARTER_HOUR_MS, longestMs: QUARTER_HOUR_MS },
  /** One account from anywhere. A short longest wait: strangers must not lock the owner out. */
  account: { free: 20, windowMs: QUARTER_HOUR_MS, longestMs: 60_000 },
  /** One address on any account: somebody who tries a list. */
  address: { free: 50, windowMs: QUARTER_HOUR_MS, longestMs: QUARTER_HOUR_MS },
  /** New accounts from one address: an office that starts together, or somebody who fills the database. */
  "sign-up": { free: 30, windowMs: HOUR_MS },
  /** Codes of one person's second step. Forgotten slowly: of a million codes three are right at any moment. */
  code: { free: 10, windowMs: DAY_MS, longestMs: QUARTER_HOUR_MS },
  /** Mails to one address that one network asks for: somebody who does not find the first, or somebody who pesters. */
  "mail-pair": { free: 3, windowMs: QUARTER_HOUR_MS, longestMs: QUARTER_HOUR_MS },
  /** Mails to any address that one network asks for. */
  "mail-network": { free: 20, windowMs: HOUR_MS, longestMs: HOUR_MS },
  /** Mails to one address. A short longest wait: what strangers ask for must not keep the owner's from coming. */
  "mail-address": { free: 5, windowMs: HOUR_MS, longestMs: 5 * 60_000 },
} satisfies Record<string, RuleSettings>;

type Rule = keyof typeof RULES;
type Count = { attempts: number; since: number; notBefore: number };

export type LoginLimiter = {
  /**
   * Counts an attempt as failed until told otherwise, so that attempts at the same time count too. Gives 0 when it
   * may go on, else how long to wait, ms; an attempt that has to wait is not counted.
   */
  attempt: (account: string, address: string) => number;
  /** The attempt was right: its account starts from nothing again. */
  succeeded: (account: string, address: string) => void;
  /** Counts a sign-up, whether or not an account comes of it. Answers as `attempt` does. */
  signUp: (address: string) => number;
  /** Counts a code of a person's second step. Answers as `attempt` does. */
  code: (userId: string) => number;
  codeSucceeded: (userId: string) => void;
  /**
   * Counts that `address` asked for a mail to an e-mail address, whoever has it. Answers as `attempt` does for the
   * one who asks; `mail` says whether one more is to go to that address, which nobody is told: who asked in vain has
   * one from minutes ago.
   */
  mail: (email: string, address: string) => { wait: number; mail: boolean };
};

/**
 * Slows guessing down: past the free failures the wait doubles from one second with each further one, until a window
 * passes without any. Sign-ups wait for the end of the window their first one began: none of them is wrong, so
 * nobody is to wait longer for having come again. Held in memory, so it also works with no other service there; each
 * process counts for itself.
 */
export function createLoginLimiter(now: () => number = Date.now): LoginLimiter {
  const counts = new LRUCache<string, Count>({ max: 50_000 });
  /** Apart, so that no flood of made-up accounts pushes out how often a code was guessed. */
  const codes = new LRUCache<string, Count>({ max: 50_000 });
  const storeOf = (rule: Rule) => (rule === "code" ? codes : counts);

  function fresh(rule: Rule, key: string): Count {
    const { windowMs, longestMs }: RuleSettings = RULES[rule];
    const count = storeOf(rule).get(key);
    const start = longestMs === undefined ? count?.since : count?.notBefore;
    if (count && start !== undefined && now() - start < windowMs) return count;
    return { attempts: 0, since: now(), notBefore: 0 };
  }

  function waitAfter(rule: Rule, { attempts, since }: Count): number {
    const { free, windowMs, longestMs }: RuleSettings = RULES[rule];
    if (attempts < free) return 0;
    if (longestMs === undefined) return since + windowMs - now();
    return Math.min(1000 * 2 ** (attempts - free), longestMs);
  }

  function count(keys: readonly [Rule, string][]): number {
    const wait = Math.max(...keys.map(([rule, key]) => fresh(rule, key).notBefore - now()));
    if (wait > 0) return wait;
    for (const [rule, key] of keys) {
      const before = fresh(rule, key);
      const after = { ...before, attempts: before.attempts + 1 };
      storeOf(rule).set(key, { ...after, notBefore: now() + waitAfter(rule, after) });
    }
    return 0;
  }

  return {
    attempt: (account, address) =>
      count([
        ["pair", `pair ${networkOf(address)} ${account}`],
        ["account", `account ${account}`],
        ["address", `address ${networkOf(address)}`],
      ]),
    succeeded(account, address) {
      counts.delete(`pair ${networkOf(address)} ${account}`);
      counts.delete(`account ${account}`);
      // The address keeps its count but for this attempt: one right guess does not excuse a list of wrong ones.
      const key = `address ${networkOf(address)}`;
      const before = fresh("address", key);
      if (before.attempts > 0)
        counts.set(key, { ...before, attempts: before.attempts - 1, notBefore: now() });
    },
    signUp: (address) => count([["sign-up", `sign-up ${networkOf(address)}`]]),
    code: (userId) => count([["code", `code ${userId}`]]),
    codeSucceeded: (userId) => void codes.delete(`code ${userId}`),
    mail(email, address) {
      const network = networkOf(address);
      const wait = count([
        ["mail-pair", `mail-pair ${network} ${email}`],
        ["mail-network", `mail-network ${network}`],
      ]);
      return { wait, mail: wait === 0 && count([["mail-address", `mail-address ${email}`]]) === 0 };
    },
  };
}

/** The limiter of this process. */
export function loginLimiter(): LoginLimiter {
  return processWide("login-limiter", () => createLoginLimiter());
}
