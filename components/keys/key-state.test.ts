import { expect, test } from "vitest";
import type { KeyItem } from "../api/keys";
import { keyState } from "./key-state";

const NOW = Date.UTC(2026, 5, 1, 12);
const HOUR = 60 * 60_000;
const after = (hours: number) => new Date(NOW + hours * HOUR);

const KEY: KeyItem = {
  id: "key_1",
  name: "Production",
  lastFour: "abcd",
  scopes: ["templates:read"],
  projectIds: null,
  createdAt: after(-100),
  createdBy: "Maeve",
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  leakedAt: null,
  replacedById: null,
};

test.each<[Partial<KeyItem>, boolean, string]>([
  [{}, true, "Active"],
  [{ expiresAt: after(24 * 90) }, true, "Ends in 90 days"],
  [{ expiresAt: after(47.5) }, true, "Ends in 48 hours"],
  [{ expiresAt: after(0.2) }, true, "Ends in 1 hour"],
  [{ expiresAt: after(0) }, false, "Expired"],
  [{ expiresAt: after(24), replacedById: "key_2" }, true, "Replaced, ends in 24 hours"],
  [{ leakedAt: after(-1) }, true, "Seen in an address: rotate it"],
  [{ leakedAt: after(-1), revokedAt: after(-1) }, false, "Revoked"],
])("%o: works is %s, %s", (change, works, text) => {
  expect(keyState({ ...KEY, ...change }, NOW)).toMatchObject({ works, text });
});
