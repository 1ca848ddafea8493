import { JOB_LANES } from "@/lib/server/jobs/job-lanes";
import { startJobs } from "@/lib/server/jobs/start-jobs";

/** A process that sends mails of results and does nothing else, to be killed. */
startJobs(JOB_LANES.filter(({ name }) => name === "mailings"));
process.send?.({ ready: true });
