import pg from "pg";
import { expect, test, vi } from "vitest";
import type { LiveLink } from "@/lib/render/picture-maker";
import { db } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson } from "@/lib/server/testing/people";
import { CANARY_ROW, newTable } from "../testing/new-table";
import { createDatabaseWatch } from "./database-watch";
import { lookUp } from "./look-up";

withTestDatabase();

test("while the database is away no picture asks it for a row; what was read a moment ago is shown", async () => {
  let clock = 0;
  takeProcessWide("database-watch");
  const watch = processWide("database-watch", () => createDatabaseWatch(() => clock));
  const owner = await newPerson();
  const sourceId = await newTable(owner);
  const source = await db().dataSource.findUniqueOrThrow({ where: { id: sourceId } });
  const link: Partial<LiveLink> = {
    sources: [{ ...source, sourceId, mapping: { name: "Name" } }],
    workspaceId: owner.scope.workspaceId,
  };
  const seen = (id: string) => lookUp(link as LiveLink, () => ({ id }));
  const known = { values: { name: CANARY_ROW.Name }, seconds: 60, complete: true };
  expect(await seen(CANARY_ROW.Email)).toEqual(known);
  const away = new Prisma.PrismaClientInitializationError("cannot reach", "0");
  await expect(watch.query(() => Promise.reject(away))).rejects.toBe(away);

  const asked = vi.spyOn(pg.Client.prototype, "query");
  for (let person = 0; person < 20; person += 1)
    expect(await seen(`${person}@example.com`)).toEqual({ values: {}, seconds: 0, complete: false });
  expect(await seen(CANARY_ROW.Email)).toEqual(known);
  expect(asked).not.toHaveBeenCalled();
  clock += 2_000;
  expect(await seen("1@example.com")).toEqual({ values: {}, seconds: 60, complete: true });
  expect(asked).toHaveBeenCalled();
  asked.mockRestore();
  takeProcessWide("database-watch");
});
