import { expect, test } from "vitest";
import { newApiWorld } from "../../testing/api-world";
import { withTestDatabase } from "../../testing/database";
import { newMember, newPerson } from "../../testing/people";
import { DOCUMENTED_WORLD } from "../example-world";
import { readerWorld } from "./reader-world";

withTestDatabase();

test("a reader's own things, and nobody else's", async () => {
  const [owner, stranger] = [await newPerson("Owner"), await newPerson("Stranger")];
  const world = await newApiWorld(owner);
  const { projectId: _, ...things } = world;
  expect(await readerWorld(owner.scope)).toMatchObject(things);
  const strangers = await readerWorld(stranger.scope);
  expect({ ...strangers, projectId: "" }).toEqual({ ...DOCUMENTED_WORLD, projectId: "" });
  expect(strangers.projectId).not.toBe(world.projectId);
});

test("a guest: what the project shows, and no picture of the library, no signing key, no batch and no data", async () => {
  const owner = await newPerson("Owner");
  const [inside, outside] = [await newApiWorld(owner), await newApiWorld(owner)];
  const guest = await newMember(owner, "guest", "Client", [inside.projectId]);
  const seen = await readerWorld(guest.scope);
  const { assetId, signingKeyId, certificateId, webhookId, deliveryId } = DOCUMENTED_WORLD;
  const { draftBatchId, runningBatchId, pausedBatchId, doneBatchId, pageBatchId } = DOCUMENTED_WORLD;
  const batches = { draftBatchId, runningBatchId, pausedBatchId, doneBatchId, pageBatchId };
  const { tableId, rowKey, liveSourceId } = DOCUMENTED_WORLD;
  const data = { tableId, rowKey, liveSourceId };
  const others = { assetId, signingKeyId, certificateId, webhookId, deliveryId };
  expect(seen).toEqual({ ...inside, ...batches, ...data, ...others });
  expect(Object.values(seen)).not.toContain(outside.templateId);
});
