import { parseArgs } from "node:util";
import { countOf } from "./count-of";

const { values } = parseArgs({
  options: {
    /** Rounds that pictures are timed for, and at most five that warm answers are. */
    rounds: { type: "string", default: "40" },
    /** The one scene to time. */
    scene: { type: "string" },
    /** Seconds of each load. */
    seconds: { type: "string", default: "5" },
    /** Requests of the burst. */
    burst: { type: "string", default: "10000" },
    /** A contender to measure the memory of; the benchmark asks this of itself. */
    alone: { type: "string" },
  },
});

/** What `npm run bench` was asked for, for all of its parts. */
export const options = {
  rounds: countOf("rounds", values.rounds),
  scene: values.scene,
  seconds: countOf("seconds", values.seconds),
  burst: countOf("burst", values.burst),
  alone: values.alone,
};
