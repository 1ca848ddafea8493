import { Prisma } from "./generated/prisma/client";

/** Codes of Prisma (cannot reach, timed out, closed, no free connection, no turn for a transaction) and of the socket below it. */
const AWAY = new Set(["P1000", "P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);
const SOCKET =
  /\b(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|Connection terminated|timeout exceeded)\b/;

/** Whether a query failed because the database could not be asked, as opposed to having said no. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    return AWAY.has(error.code) || SOCKET.test(error.message);
  }
  return false;
}
