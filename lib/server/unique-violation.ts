import { Prisma } from "./generated/prisma/client";

/** Whether the database refused a row because another one holds the same unique value. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
