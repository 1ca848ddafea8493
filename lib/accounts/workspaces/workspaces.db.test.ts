import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson } from "@/lib/server/testing/people";
import { newId } from "../ids";
import { createWorkspace } from "./create-workspace";

withTestDatabase();

test("twenty who make the last workspace at once make one", async () => {
  const { identity } = await newPerson();
  const { userId } = identity;
  const ids = Array.from({ length: 48 }, () => newId("wsp"));
  await db().workspace.createMany({ data: ids.map((id) => ({ id, slug: id, name: "Full" })) });
  await db().member.createMany({ data: ids.map((workspaceId) => ({ workspaceId, userId, role: "owner" })) });
  // Connections are there before the race, so that all of them are in it.
  await Promise.all(Array.from({ length: 10 }, () => db().$queryRaw`SELECT pg_sleep(0.2)::text`));
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => createWorkspace(identity, `Race ${index}`)),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().member.count({ where: { userId, role: "owner" } })).toBe(50);
});
