import { allowed, type Role, staysInProjects } from "@/lib/accounts/permissions";
import type { RouteHandler } from "@/lib/server/http/route";
import type { Example } from "./example";

/** Whoever asks for something of a workspace; `elsewhere` is a guest of another project, `key` has one of the REST API. */
export type Asker = Role | "elsewhere" | "stranger" | "removed" | "nobody" | "revoked" | "forged" | "key";

export const OUTSIDERS = ["stranger", "removed", "nobody", "revoked", "forged", "key"] as const;

/** The status that a request of a route of a workspace ends in, by who asks. */
export function verdictOf({ access }: RouteHandler, asker: Asker, example: Example): number {
  if (access.kind !== "workspace") throw new Error("This route is none of a workspace.");
  const { action } = access;
  const done = example.status ?? 200;
  switch (asker) {
    case "nobody":
    case "revoked":
    case "forged":
    case "key":
      return 401;
    case "stranger":
    case "removed":
      return 404;
    case "elsewhere":
      if (!allowed("guest", action) || !staysInProjects(action)) return 403;
      // What has an id is in a project they do not see.
      return example.id === undefined ? done : 404;
    case "owner":
      return allowed("owner", action) ? done : 403;
    case "guest":
      return allowed("guest", action) ? (example.guestStatus ?? example.statusOfOthers ?? done) : 403;
    default:
      return allowed(asker, action) ? (example.statusOfOthers ?? done) : 403;
  }
}
