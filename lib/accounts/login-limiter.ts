import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/server/process-registry";

/** Failures within this time count together, ms. */
const WINDOW_MS = 15 * 60_000;

/** Failures before waiting begins, and the longest wait, for each way of counting. */
const RULES = {
  /** One account from one address: somebody who forgot, or somebody who guesses. */
  pair: { free: 5, longestMs: WINDOW_MS },
  /** One account from anywhere. A short longest wait: strangers must not lock the owner out. */
  account: { free: 20, longestMs: 60_000 },
  /** One address on any account: somebody who tries a list. */
  address: { free: 50, longestMs: WINDOW_MS },
} as const;

type Rule = keyof typeof RULES;
type Count = { failures: number; notBefore: number };

export type LoginLimiter = {
  /**
   * Counts an attempt as failed until told otherwise, so that attempts at the same time count too. Gives 0 when it
   * may go on, else how long to wait, ms; an attempt that has to wait is not counted.
   */
  attempt: (account: string, address: string) => number;
  /** The attempt was right: its account starts from nothing again. */
  succeeded: (account: string, address: string) => void;
};

/**
 * Slows guessing down: past the free failures the wait doubles from one second with each further one. Held in
 * memory, so it also works with no other service there; each process counts for itself.
 */
export function createLoginLimiter(now: () => number = Date.now): LoginLimiter {
  const counts = new LRUCache<string, Count>({ max: 50_000 });

  function fresh(key: string): Count {
    const count = counts.get(key);
    return count && now() - count.notBefore < WINDOW_MS ? count : { failures: 0, notBefore: 0 };
  }

  function keysOf(account: string, address: string): [Rule, string][] {
    return [
      ["pair", `pair ${address} ${account}`],
      ["account", `account ${account}`],
      ["address", `address ${network(address)}`],
    ];
  }

  return {
    attempt(account, address) {
      const keys = keysOf(account, address);
      const wait = Math.max(...keys.map(([, key]) => fresh(key).notBefore - now()));
      if (wait > 0) return wait;
      for (const [rule, key] of keys) {
        const failures = fresh(key).failures + 1;
        const over = failures - RULES[rule].free;
        const delay = over < 0 ? 0 : Math.min(1000 * 2 ** over, RULES[rule].longestMs);
        counts.set(key, { failures, notBefore: now() + delay });
      }
      return 0;
    },
    succeeded(account, address) {
      counts.delete(`pair ${address} ${account}`);
      counts.delete(`account ${account}`);
      // The address keeps its count but for this attempt: one right guess does not excuse a list of wrong ones.
      const key = `address ${network(address)}`;
      const { failures } = fresh(key);
      if (failures > 0) counts.set(key, { failures: failures - 1, notBefore: now() });
    },
  };
}

/** The limiter of this process. */
export function loginLimiter(): LoginLimiter {
  return processWide("login-limiter", () => createLoginLimiter());
}

/** An IPv6 customer holds a whole /64; an IPv4 address stands for itself. */
function network(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = address.includes("::") ? tail.split(":").filter(Boolean) : [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
