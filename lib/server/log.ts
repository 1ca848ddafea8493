import pino, { type Logger } from "pino";
import { env } from "./env";
import { processWide } from "./process-registry";

/**
 * The log of this process, one JSON object a line. What recipients' links carry is personal: log the names of
 * fields, never values, query strings or addresses of people. The redaction below is the net, not the rule.
 */
export function log(): Logger {
  return processWide("log", () => {
    const output = pino.destination(1);
    // A closed terminal takes the log with it, not the process: answers under way are still to be sent.
    output.on("error", () => undefined);
    return pino(
      {
        level: env().LOG_LEVEL,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: {
          paths: ["values", "*.values", "query", "*.query", "email", "*.email", "password", "*.password"],
        },
      },
      output,
    );
  });
}
