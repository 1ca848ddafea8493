import type { RouteExamples } from "../example";

/** Of everybody. */
export const OPEN_EXAMPLES: RouteExamples = {
  "GET v1/openapi.json": async () => ({}),
  "GET starters/[id]/picture.png": async () => ({ id: "vip-pass" }),
};
