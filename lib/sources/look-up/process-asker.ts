import { remoteDoor } from "@/lib/render/remote/remote-door";
import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-registry";
import { type Asker, createAsker } from "./asker";
import { databaseWatch } from "./database-watch";
import { createKeptAnswers } from "./kept-answers";
import { createHealthWriter } from "./source-health";

/** What asks live sources in this process, with its memory of their answers. */
export function sourceAsker(): Asker {
  return processWide("source-asker", () => {
    const health = createHealthWriter({ watch: databaseWatch() });
    return createAsker({
      fetchData: remoteDoor().fetchData,
      kept: createKeptAnswers(),
      now: Date.now,
      watch: databaseWatch(),
      onOutcome: (question, outcome) => {
        health.note(question, outcome);
        if (outcome.fault === null) return;
        log().debug(
          { source: question.source.sourceId, reason: outcome.fault },
          "a live source gave nothing",
        );
      },
    });
  });
}
