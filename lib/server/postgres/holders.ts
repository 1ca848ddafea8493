import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processTicket, ticketIsLive } from "../process/process-ticket.mjs";

let entries = 0;

/**
 * Who uses a database: one file a use, named for the process. The last one to leave stops the server, and whoever
 * was killed counts as gone. Gives back the name to leave under.
 */
export function enter(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const holder = `${entries++}.${processTicket()}`;
  writeFileSync(join(folder, holder), "");
  return holder;
}

/** Takes one use off the list. */
export function leave(folder: string, holder: string): void {
  rmSync(join(folder, holder), { force: true });
}

/** How many uses by living processes are on the list; forgets the dead. */
export function countHolders(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const holders = readdirSync(folder);
  const dead = holders.filter((holder) => !ticketIsLive(holder.slice(holder.indexOf(".") + 1)));
  for (const holder of dead) rmSync(join(folder, holder), { force: true });
  return holders.length - dead.length;
}
