import { db } from "@/lib/server/db";
import type { Person } from "@/lib/server/testing/people";
import { createHttpInput } from "../http/http-input";
import { createHttp } from "../http/manage-http";

/** How a source is asked, as a body. Without a value for `id` nothing is asked, so no test leaves this machine. */
export const LIVE = {
  config: {
    address: "https://api.example/customers/{{id}}?shop={{secret:shop_key}}",
    headers: [{ name: "Authorization", value: "Bearer {{secret:api_key}}" }],
    format: "json",
    row: null,
    values: { Name: "/customer/name", Points: "/customer/points" },
    timeoutMs: 800,
    cacheSeconds: 300,
    staleSeconds: 86_400,
  },
  secrets: { api_key: "Zxq7-live-key", shop_key: "Zxq7-shop-key" },
} as const;

/** A live source; the only one of its workspace by that name, for walks make more than there may be. */
export async function newLiveSource({ scope }: Person): Promise<string> {
  await db().dataSource.deleteMany({
    where: { workspaceId: scope.workspaceId, kind: "http", name: "Canary live" },
  });
  return (await createHttp(scope, createHttpInput.parse({ name: "Canary live", ...LIVE }))).id;
}
