import { z } from "zod";
import { callApi } from "./call-api";

const madeWorkspace = z.object({ slug: z.string(), name: z.string() });

/** Makes a workspace of one's own. */
export function createWorkspace(name: string): Promise<z.infer<typeof madeWorkspace>> {
  return callApi({ method: "POST", path: "/api/account/workspaces", body: { name }, answer: madeWorkspace });
}
