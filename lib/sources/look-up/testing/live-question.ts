import { httpConfig } from "../http-config";
import { type Question, questionOf } from "../question";

/** What a source on the rig is asked for somebody. */
export function questionFor(id: string, sourceId = "src_3"): Question {
  const config = httpConfig.parse({
    address: "http://api.example/c/{{id}}",
    values: { Name: "/customer/name" },
    timeoutMs: 3_000,
  });
  const question = questionOf({ sourceId, workspaceId: "w", config, sealed: null, secrets: {} }, { id });
  if (!question) throw new Error("expected a question");
  return question;
}
