import pino, { type Logger } from "pino";
import { env } from "./env";
import { createStackMapper } from "./mapped-stack";
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
    const mapped = createStackMapper([process.cwd(), env().BUILD_DIR], Date.now);
    return pino(
      {
        level: env().LOG_LEVEL,
        base: null,
        serializers: {
          err: (error: Error) => {
            const told = pino.stdSerializers.err(error);
            return typeof told.stack === "string" ? { ...told, stack: mapped(told.stack) } : told;
          },
        },
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: {
          paths: ["values", "*.values", "query", "*.query", "email", "*.email", "password", "*.password"],
        },
      },
      output,
    );
  });
}
