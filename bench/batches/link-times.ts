import { imageUrl } from "@/lib/link/address";
import { percentile } from "../figures";
import type { ServerProcess } from "../processes";
import { valuesOf, type World } from "./world";

/** Turns that no batch uses. */
let turn = 9_000_000;

/** Requests under way at once, and the pause of each between two: people who open mails, not a flood. */
const AT_ONCE = 2;
const PAUSE_MS = 100;

/** ms in which 95 of 100 pictures of new values come from a server, asked for so many seconds. */
export async function coldP95({ port }: ServerProcess, { linkKey }: World, seconds: number): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  async function open(): Promise<void> {
    while (performance.now() < end) {
      const values = valuesOf(turn++);
      const url = imageUrl({ origin: `http://127.0.0.1:${port}`, key: linkKey, format: "jpg", values });
      const started = performance.now();
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.headers.get("x-render-status") !== "ok") throw new Error("the server does not paint");
      times.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, open));
  return percentile(times, 0.95);
}
