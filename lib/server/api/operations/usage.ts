import { loadUsage, usageQuery } from "@/lib/usage/load-usage";
import { operation } from "../operation";
import { usageShape } from "../shapes";

export const USAGE_OPERATIONS = [
  operation({
    id: "getUsage",
    method: "GET",
    path: "/usage",
    tag: "Usage",
    summary: "Read usage",
    description:
      "What was used in a calendar month (UTC): the whole workspace against its plan, and projects and days of the month. A key that is limited to projects sees theirs, and nothing of the whole workspace. Counts are a few seconds old.",
    action: "usage.read",
    query: usageQuery,
    answer: { kind: "json", status: 200, description: "The usage of the month.", schema: usageShape },
    example: ({ projectId }) => ({ query: { project: projectId } }),
    run: (scope, { query }) => loadUsage(scope, query),
  }),
];
