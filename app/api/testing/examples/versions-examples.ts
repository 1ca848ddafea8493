import type { RouteExamples } from "../example";
import { newPublished } from "../things";

/** Of published versions. */
export const VERSIONS_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/templates/[id]/versions": async (owner) => ({ id: await newPublished(owner) }),
  "GET w/[workspace]/templates/[id]/versions/[number]": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
  }),
  "PATCH w/[workspace]/templates/[id]/versions/[number]": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
    body: { note: "For the spring mail" },
  }),
  "GET w/[workspace]/templates/[id]/versions/[number]/thumbnail.png": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
  }),
  "POST w/[workspace]/templates/[id]/versions/[number]/duplicate": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
    status: 201,
  }),
};
