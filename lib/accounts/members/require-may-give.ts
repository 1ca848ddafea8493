import { AppError } from "@/lib/errors";
import type { Role } from "../permissions";

/** Whether somebody of one role may make or unmake somebody of another: owners anybody, admins anybody but owners. */
export function mayGive(giver: Role, role: Role): boolean {
  return giver === "owner" || (giver === "admin" && role !== "owner");
}

/** @throws AppError `forbidden` at `/role` */
export function requireMayGive(giver: Role, role: Role): void {
  if (mayGive(giver, role)) return;
  throw new AppError("forbidden", "Only owners can make somebody an owner, or change what an owner is.", {
    path: "/role",
  });
}
