import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { askedNames } from "./asked-names";

export const SOURCE_SELECT = {
  id: true,
  name: true,
  kind: true,
  config: true,
  columns: true,
  rows: true,
  filledAt: true,
  createdAt: true,
  updatedAt: true,
  _count: { select: { links: { where: { link: { deletedAt: null, template: { deletedAt: null } } } } } },
} as const satisfies Prisma.DataSourceSelect;

type Row = Prisma.DataSourceGetPayload<{ select: typeof SOURCE_SELECT }>;

/** A source as lists show it: nothing of how it is asked but the names that stand in addresses. */
export type SourceItem = Omit<Row, "config" | "_count"> & {
  /** Names in the address of a picture by which it is asked. */
  asked: string[];
  /** How many links use it. */
  links: number;
};

export function sourceItem({ config, _count, ...row }: Row): SourceItem {
  return { ...row, asked: askedNames(row.kind, config), links: _count.links };
}

/** Sources of the scope's workspace that are not deleted. */
export function liveSources({ workspaceId }: Pick<Scope, "workspaceId">): Prisma.DataSourceWhereInput {
  return { workspaceId, deletedAt: null };
}

/** A source as the log of what was done names it. */
export function sourceObject({ id, name }: { id: string; name: string }) {
  return { kind: "source", id, name };
}

export function sourceNotFound(): AppError {
  return new AppError("not_found", "There is no such data in this workspace. It may have been deleted.");
}
