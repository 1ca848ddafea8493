import { createPersonLimiter } from "@/lib/server/person-limiter";
import type { TestDeps } from "../test-http";

/** A source on paper, a clock that goes by 40 ms a request, and what was asked and waited for. */
export function testDeps(
  answer: (url: string) => { status?: number; type?: string; body: string } = () => ({ body: "{}" }),
) {
  const asked: string[] = [];
  const waits: number[] = [];
  let clock = 0;
  const made: TestDeps & { asked: string[]; waits: number[] } = {
    asked,
    waits,
    fetchData: async ({ url }) => {
      asked.push(url);
      clock += 40;
      const { status = 200, type = "application/json", body } = answer(url);
      return { status, contentType: type, bytes: Buffer.from(body), redirects: 0 };
    },
    limiter: createPersonLimiter({ most: 100, windowMs: 60_000 }),
    now: () => clock,
    wait: async (ms) => void waits.push(ms),
  };
  return made;
}
