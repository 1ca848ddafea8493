import { describeProcess } from "./describe-process.mjs";

/**
 * A name for this very process that no other process will ever have: id and start time. Made for file names.
 * @param {number} [pid]
 */
export function processTicket(pid = process.pid) {
  return `${pid}-${describeProcess(pid)?.startedAt ?? ""}`;
}

/**
 * Whether the process that made the ticket still runs.
 * @param {string} ticket
 */
export function ticketIsLive(ticket) {
  const [pid = "", ...startedAt] = ticket.split("-");
  const found = describeProcess(Number(pid));
  return found !== null && found.startedAt === startedAt.join("-");
}
